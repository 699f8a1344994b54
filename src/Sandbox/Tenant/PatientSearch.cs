using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>Finds patients by all the criteria given, in offset pages (contract 3.2, 8.2).</summary>
internal sealed class PatientSearch(PatientRegistry patients)
{
    public async ValueTask<Answer> AnswerAsync(TenantCall call)
    {
        if (!call.Http.Request.HasJsonContentType())
            return Answer.Error(
                StatusCodes.Status400BadRequest,
                new ErrorDetail("header", "Content-Type", "must be application/json")
            );

        PatientSearchCriteria? criteria;
        try
        {
            criteria = await RequestJson.ReadAsync(
                call.Http,
                TenantJson.Default.PatientSearchCriteria
            );
        }
        catch (JsonException)
        {
            return Answer.BadBody("body", "is not the JSON of a patient search");
        }
        if (criteria is null)
            return Answer.BadBody("body", "at least one criterion is required");
        if (Refuse(criteria, isAnyRequired: true) is { } badBody)
            return badBody;

        return OffsetPage.Of(
            call,
            Find(criteria),
            patient => new JsonObject { ["id"] = new JsonObject { ["id"] = patient.Id } }
        );
    }

    /// <summary>Everybody whom all the criteria fit.</summary>
    public IEnumerable<PatientIdentity> Find(PatientSearchCriteria criteria)
    {
        if (criteria is { Name: null, BirthDate: null, Telecom: null, Alias: null })
            return patients.Identities;
        var name = criteria.Name is null ? null : SearchKeys.Words(criteria.Name);
        var digits = criteria.Telecom is null ? null : SearchKeys.Digits(criteria.Telecom);
        return patients.Identities.Where(patient =>
            Matches(patient.SearchKeys, criteria, name, digits)
        );
    }

    /// <summary>What is wrong with criteria, or null.</summary>
    public static Answer? Refuse(PatientSearchCriteria criteria, bool isAnyRequired)
    {
        if (
            isAnyRequired && criteria is { Name: null, BirthDate: null, Telecom: null, Alias: null }
        )
            return Answer.BadBody("body", "at least one criterion is required");
        if (criteria.Name is not null && SearchKeys.Words(criteria.Name).Count == 0)
            return Answer.BadBody("name", "must not be blank");
        if (criteria.Telecom is not null && !criteria.Telecom.Any(char.IsAsciiDigit))
            return Answer.BadBody("telecom", "must hold digits");
        if (criteria.Alias is not null && string.IsNullOrWhiteSpace(criteria.Alias.Value))
            return Answer.BadBody("alias.value", "must not be blank");
        if (
            criteria.BirthDate is not null
            && !DateOnly.TryParseExact(
                criteria.BirthDate,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            )
        )
            return Answer.BadBody("birthDate", "must be YYYY-MM-DD");
        return null;
    }

    private static bool Matches(
        SearchKeys keys,
        PatientSearchCriteria criteria,
        IReadOnlyList<string>? name,
        string? digits
    ) =>
        (criteria.BirthDate is not { } birthDate || keys.WasBornOn(birthDate))
        && (name is null || keys.HasName(name))
        && (digits is null || keys.HasTelephone(digits))
        && (criteria.Alias is not { } alias || keys.HasAlias(alias.Value!, alias.System));
}
