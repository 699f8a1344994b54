using System.Text.Json;
using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Legacy;

/// <summary>Finds people by criteria of the query or of a body; without any, everybody (contract 4.3).</summary>
internal sealed class PeopleSearch(PatientSearch search)
{
    private static readonly string[] Criteria =
    [
        "name",
        "given_name",
        "family_name",
        "date_of_birth",
        "gender",
        "alias",
        "alias_system",
    ];

    public Answer Find(TenantCall call) =>
        Find(call, name => call.Query.TryGetValue(name, out var values) ? values.ToString() : null);

    public async ValueTask<Answer> FindByBodyAsync(TenantCall call)
    {
        try
        {
            var body =
                await RequestJson.ReadAsync(call.Http, TenantJson.Default.JsonObject)
                ?? new JsonObject();
            return Find(
                call,
                name =>
                    body[name] is JsonValue value && value.TryGetValue<string>(out var text)
                        ? text
                        : null
            );
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return LegacyAnswer.BadRequest("the body is not JSON");
        }
    }

    private Answer Find(TenantCall call, Func<string, string?> criterion)
    {
        var given = Criteria.ToDictionary(name => name, criterion);
        if (
            given.FirstOrDefault(x => x.Value is { } text && string.IsNullOrWhiteSpace(text)).Key is
            { } blank
        )
            return LegacyAnswer.BadRequest($"{blank} must not be blank");
        var names = new[] { given["name"], given["given_name"], given["family_name"] };
        var criteria = new PatientSearchCriteria
        {
            Name = names.Any(name => name is not null)
                ? string.Join(' ', names.OfType<string>())
                : null,
            BirthDate = given["date_of_birth"],
            Alias = given["alias"] is { } alias
                ? new() { Value = alias, System = given["alias_system"] }
                : null,
        };
        if (PatientSearch.Refuse(criteria, isAnyRequired: false) is not null)
            return LegacyAnswer.BadRequest("a criterion cannot be read");
        return LegacyAnswer.List(
            call,
            "persons",
            search
                .Find(criteria)
                .Where(patient => given["gender"] is not { } sex || patient.SearchKeys.IsOf(sex)),
            LegacyPerson.Found
        );
    }
}
