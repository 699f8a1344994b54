using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Records;

namespace HeiChartViewer.Sandbox.Legacy;

/// <summary>A person as the older generation writes one: what the first source says, in snake_case (contract 4.3, 4.4).</summary>
internal static class LegacyPerson
{
    /// <summary>In a list of people found; coded values are words here.</summary>
    public static JsonObject Found(PatientIdentity patient)
    {
        var first = patient.Demographics.FirstOrDefault();
        var json = Name(first);
        json["id"] = patient.Id;
        json["gender"] = first?.BirthSex;
        json["formatted_name"] = NameOf(first)?.Formatted;
        json["date_of_birth"] = first?.BirthDate;
        json["date_of_death"] = first?.DeathDate;
        json["deceased"] = first?.Deceased ?? patient.Person.Died is not null;
        json["address"] = Address(first, word => word);
        json["telecoms"] = new JsonArray();
        json["emails"] = new JsonArray();
        json["record_ids"] = new JsonArray([
            .. patient.Parts.Select(part => new JsonObject
            {
                ["data_partition_id"] = part.Source.Partition.Id,
                ["person_id"] = part.Source.PersonId,
            }),
        ]);
        return json;
    }

    /// <summary>Alone, in full; coded values are objects here.</summary>
    /// <param name="patient">Whom.</param>
    /// <param name="coverageType">The only kind of coverage that is wanted, or null.</param>
    public static JsonObject Whole(PatientIdentity patient, string? coverageType)
    {
        var first = patient.Demographics.FirstOrDefault();
        var json = Name(first);
        json["date_of_birth"] = first?.BirthDate;
        json["gender"] = Coded(first?.BirthSex, "urn:sandbox:gender");
        json["address"] = Address(first, word => Coded(word, "urn:sandbox:place"));
        if (json["address"] is JsonObject home)
            home["type"] = Coded(first!.Addresses![0].Use, "urn:sandbox:place");
        json["telecoms"] = new JsonArray([
            .. (first?.Telecoms ?? []).Select(telecom => new JsonObject
            {
                ["number"] = telecom.Value,
                ["country_code"] = "1",
                ["preferred"] = true,
                ["type"] = Coded(telecom.Use, "urn:sandbox:telecom-use"),
            }),
        ]);
        json["emails"] = new JsonArray();
        json["benefit_coverages"] = new JsonArray([
            .. patient
                .Parts.Where(part => part.Source.Partition.Kind == SourceKind.Claims)
                .Where(_ => coverageType is null or "ENROLLMENT")
                .Select(part => Coverage(part.Source, part.Person)),
        ]);
        return json;
    }

    // A source need not have sent a name, nor a demographic record at all.
    private static HumanName? NameOf(Demographic? first) =>
        first?.Names is [var name, ..] ? name : null;

    private static JsonObject Name(Demographic? first)
    {
        var name = NameOf(first);
        return new()
        {
            ["prefix"] = name?.Prefix,
            ["suffix"] = null,
            ["full_name"] = name is null
                ? null
                : string.Join(' ', name.GivenNames.Concat(name.FamilyNames)),
            ["given_names"] = Words(name?.GivenNames ?? []),
            ["family_names"] = Words(name?.FamilyNames ?? []),
        };
    }

    private static JsonObject? Address(Demographic? first, Func<string?, JsonNode?> coded) =>
        first?.Addresses is not [var home, ..]
            ? null
            : new JsonObject
            {
                ["street_addresses"] = Words(home.Lines ?? []),
                ["city"] = home.City,
                ["county_or_parish"] = null,
                ["state_or_province"] = coded(home.State),
                ["postal_code"] = home.PostalCode,
                ["country"] = coded(home.Country),
            };

    private static JsonObject Coverage(SourcePerson source, Person person) =>
        new()
        {
            ["payer_name"] = source.Partition.Name,
            ["plan_name"] = "Harbor Choice",
            ["begin_date"] = RecordDates.Day(new DateOnly(Math.Max(person.Born.Year, 2020), 1, 1)),
            ["end_date"] = person.Died is { } died ? RecordDates.Day(died) : null,
            ["member_id"] = source.Mrn,
            ["line_of_business"] = "COMMERCIAL",
            ["source"] = new JsonObject
            {
                ["contributing_organization"] = source.Partition.Name,
                ["partition_description"] = source.Partition.Name,
                ["type"] = "ENROLLMENT",
            },
            ["plan_ids"] = new JsonArray(new JsonObject { ["value"] = "HC-01", ["type"] = "PLAN" }),
        };

    private static JsonObject? Coded(string? word, string system) =>
        word is null
            ? null
            : new JsonObject
            {
                ["id"] = word.ToUpperInvariant(),
                ["code_system_id"] = system,
                ["display"] = word,
            };

    private static JsonArray Words(IEnumerable<string> words) =>
        new([.. words.Select(word => (JsonNode)word)]);
}
