using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Records;

namespace HeiChartViewer.Sandbox.Legacy;

/// <summary>A person as the older generation writes one: what the first source says, in snake_case (contract 4.3, 4.4).</summary>
internal static class LegacyPerson
{
    /// <summary>In a list of people found; coded values are words here.</summary>
    public static JsonObject Found(string id, Person person)
    {
        var first = person.Demographics[0];
        var json = Name(first);
        json["id"] = id;
        json["gender"] = first.BirthSex;
        json["formatted_name"] = first.Names[0].Formatted;
        json["date_of_birth"] = first.BirthDate;
        json["date_of_death"] = first.DeathDate;
        json["deceased"] = first.Deceased ?? person.Died is not null;
        json["address"] = Address(first, word => word);
        json["telecoms"] = new JsonArray();
        json["emails"] = new JsonArray();
        json["record_ids"] = new JsonArray([
            .. person.Sources.Select(source => new JsonObject
            {
                ["data_partition_id"] = source.Partition.Id,
                ["person_id"] = source.PersonId,
            }),
        ]);
        return json;
    }

    /// <summary>Alone, in full; coded values are objects here.</summary>
    /// <param name="person">Whom.</param>
    /// <param name="coverageType">The only kind of coverage that is wanted, or null.</param>
    public static JsonObject Whole(Person person, string? coverageType)
    {
        var first = person.Demographics[0];
        var json = Name(first);
        json["date_of_birth"] = first.BirthDate;
        json["gender"] = Coded(first.BirthSex, "urn:sandbox:gender");
        json["address"] = Address(first, word => Coded(word, "urn:sandbox:place"));
        if (json["address"] is JsonObject home)
            home["type"] = Coded(first.Addresses![0].Use, "urn:sandbox:place");
        json["telecoms"] = new JsonArray([
            .. (first.Telecoms ?? []).Select(telecom => new JsonObject
            {
                ["number"] = telecom.Value,
                ["country_code"] = "1",
                ["preferred"] = true,
                ["type"] = Coded(telecom.Use, "urn:sandbox:telecom-use"),
            }),
        ]);
        json["emails"] = new JsonArray();
        json["benefit_coverages"] = new JsonArray([
            .. person
                .Sources.Where(source => source.Partition.Kind == SourceKind.Claims)
                .Where(_ => coverageType is null or "ENROLLMENT")
                .Select(source => Coverage(source, person)),
        ]);
        return json;
    }

    private static JsonObject Name(Demographic first) =>
        new()
        {
            ["prefix"] = first.Names[0].Prefix,
            ["suffix"] = null,
            ["full_name"] = string.Join(
                ' ',
                first.Names[0].GivenNames.Concat(first.Names[0].FamilyNames)
            ),
            ["given_names"] = Words(first.Names[0].GivenNames),
            ["family_names"] = Words(first.Names[0].FamilyNames),
        };

    private static JsonObject? Address(Demographic first, Func<string?, JsonNode?> coded) =>
        first.Addresses is not [var home, ..]
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
