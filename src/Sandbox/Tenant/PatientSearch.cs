using System.Globalization;
using System.Text;
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
    public IEnumerable<PatientIdentity> Find(PatientSearchCriteria criteria) =>
        patients.Identities.Where(patient => Matches(patient, criteria));

    /// <summary>What is wrong with criteria, or null.</summary>
    public static Answer? Refuse(PatientSearchCriteria criteria, bool isAnyRequired)
    {
        if (
            isAnyRequired && criteria is { Name: null, BirthDate: null, Telecom: null, Alias: null }
        )
            return Answer.BadBody("body", "at least one criterion is required");
        if (criteria.Name is not null && Words(criteria.Name).Count == 0)
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

    private static bool Matches(PatientIdentity patient, PatientSearchCriteria criteria)
    {
        var records = patient.Demographics;
        if (criteria.BirthDate is { } birthDate && !records.Any(r => r.BirthDate == birthDate))
            return false;
        if (criteria.Name is { } name)
        {
            var wanted = Words(name);
            if (
                !records
                    .SelectMany(r => r.Names)
                    .Select(n =>
                        Words($"{string.Join(' ', n.GivenNames)} {string.Join(' ', n.FamilyNames)}")
                    )
                    .Any(words =>
                        wanted.All(w => words.Any(x => x.StartsWith(w, StringComparison.Ordinal)))
                    )
            )
                return false;
        }
        if (criteria.Telecom is { } telecom)
        {
            var digits = Digits(telecom);
            if (!records.SelectMany(r => r.Telecoms ?? []).Any(t => Digits(t.Value) == digits))
                return false;
        }
        return criteria.Alias is not { } alias
            || records
                .SelectMany(r => r.Aliases ?? [])
                .Any(a =>
                    a.Value == alias.Value && (alias.System is null || alias.System == a.System)
                );
    }

    /// <summary>The words of a name, without case and without accents.</summary>
    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in Wellformed(name).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (
                Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark
                && word.Length > 0
            )
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    // Half a surrogate pair cannot be normalised.
    private static string Wellformed(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Digits(string text) => new(text.Where(char.IsAsciiDigit).ToArray());
}
