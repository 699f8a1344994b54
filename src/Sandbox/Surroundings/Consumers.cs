using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Surroundings;

/// <summary>The people of the population as consumers; each leads to one longitudinal record (contract 7).</summary>
internal sealed class Consumers(PatientRegistry patients, int seed)
{
    private const string Source = "sourceId";
    private const string Partition = "dataPartitionId";

    public Answer All(TenantCall call)
    {
        if (call.Query.ContainsKey(Source) != call.Query.ContainsKey(Partition))
            return Answer.BadQuery(
                call.Query.ContainsKey(Source) ? Partition : Source,
                "is required with the other"
            );
        return OffsetPage.Of(call, Found(call), Consumer, Source, Partition);
    }

    private IEnumerable<Person> Found(TenantCall call) =>
        call.Query.ContainsKey(Source)
            ? patients.People(call.Query[Partition].ToString(), call.Query[Source].ToString())
            : patients.All;

    private JsonObject Consumer(Person person)
    {
        var name = person.Demographics[0].Names[0];
        return new JsonObject
        {
            ["id"] = new SeededIds(seed, person.Key).Uuid("consumer", person.Key),
            ["name"] = new JsonObject
            {
                ["prefix"] = name.Prefix,
                ["given"] = name.GivenNames.FirstOrDefault(),
                ["middle"] = string.Join(' ', name.GivenNames.Skip(1)),
                ["family"] = string.Join(' ', name.FamilyNames),
                ["suffix"] = null,
                ["formatted"] = name.Formatted,
            },
            ["sourceIdentifiers"] = new JsonArray([
                .. person.Sources.Select(source => new JsonObject
                {
                    ["id"] = source.PersonId,
                    ["dataPartitionId"] = source.Partition.Id,
                }),
            ]),
            ["aliases"] = new JsonArray([
                .. person
                    .Demographics.SelectMany(x => x.Aliases ?? [])
                    .Select(alias => new JsonObject
                    {
                        ["system"] = alias.System,
                        ["type"] = alias.Type,
                        ["value"] = alias.Value,
                    }),
            ]),
            ["patients"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = patients.IdOf(person),
                    ["population"] = new JsonObject { ["id"] = SandboxOptions.PopulationId },
                }
            ),
        };
    }
}
