using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Surroundings;

/// <summary>Everybody and every group by id, and who was put into which group.</summary>
internal sealed record Staff(
    ImmutableSortedDictionary<string, JsonObject> People,
    ImmutableSortedDictionary<string, JsonObject> Groups,
    ImmutableDictionary<string, ImmutableList<string>> Members
)
{
    /// <summary>Who is in a group; who was removed is in none, and in a group that was removed is nobody.</summary>
    public IEnumerable<string> MembersOf(string group) =>
        Groups.ContainsKey(group)
            ? Members.GetValueOrDefault(group, []).Where(People.ContainsKey)
            : [];

    /// <summary>The clinicians who stand in the records, at the places where patients are seen.</summary>
    public static Staff First(IReadOnlyList<DataPartition> partitions, SeededIds ids)
    {
        var places = partitions.Where(place => place.Kind != SourceKind.Claims).ToArray();
        var people = Names
            .Clinicians.Select(
                (name, number) => Clinician(ids, name.Given, name.Family, number, places)
            )
            .ToArray();
        var groups = places.Select(place => new JsonObject
        {
            ["id"] = ids.Uuid("group", place.Id),
            ["name"] = $"Clinicians of {place.Name}",
            ["mnemonic"] = $"{place.Kind}".ToUpperInvariant(),
            ["description"] = "Everybody who signs records there",
        });
        var known = groups.ToImmutableSortedDictionary(
            IdOf,
            group => group,
            StringComparer.Ordinal
        );
        return new Staff(
            people.ToImmutableSortedDictionary(IdOf, person => person, StringComparer.Ordinal),
            known,
            // All of them work everywhere, as the records have it.
            known.Keys.ToImmutableDictionary(id => id, _ => people.Select(IdOf).ToImmutableList())
        );
    }

    private static JsonObject Clinician(
        SeededIds ids,
        string given,
        string family,
        int number,
        IReadOnlyList<DataPartition> places
    )
    {
        var user = $"{given[..1]}{family}".ToLowerInvariant();
        return new JsonObject
        {
            ["id"] = ids.Uuid("personnel", user),
            ["name"] = new JsonObject
            {
                ["prefix"] = "Dr.",
                ["given"] = given,
                ["family"] = family,
                ["formatted"] = $"{family}, {given}",
            },
            ["gender"] = "UNKNOWN",
            ["aliases"] = new JsonArray([
                .. places.Select(place => new JsonObject
                {
                    ["system"] = place.AliasSystem,
                    ["type"] = "USER",
                    ["value"] = user,
                }),
                new JsonObject
                {
                    ["system"] = "http://hl7.org/fhir/sid/us-npi",
                    ["type"] = "NPI",
                    ["value"] = $"99900000{number:00}",
                },
            ]),
            ["phoneNumbers"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "WORK",
                    ["value"] = $"312-555-01{number:00}",
                    ["primary"] = true,
                }
            ),
            ["emailAddresses"] = new JsonArray(
                new JsonObject
                {
                    ["type"] = "WORK",
                    ["value"] = $"{user}@example.org",
                    ["primary"] = true,
                }
            ),
        };
    }

    public static string IdOf(JsonObject one) => (string)one["id"]!;
}
