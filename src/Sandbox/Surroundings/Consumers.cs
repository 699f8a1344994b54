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

    private IEnumerable<PatientIdentity> Found(TenantCall call) =>
        call.Query.ContainsKey(Source)
            ? patients.Identify(call.Query[Partition].ToString(), call.Query[Source].ToString())
            : patients.Identities;

    private JsonObject Consumer(PatientIdentity patient)
    {
        var demographics = patient.Demographics.ToArray();
        var name = demographics.SelectMany(record => record.Names).FirstOrDefault();
        return new JsonObject
        {
            ["id"] = IdOf(patient),
            ["name"] = name is null
                ? null
                : new JsonObject
                {
                    ["prefix"] = name.Prefix,
                    ["given"] = name.GivenNames.FirstOrDefault(),
                    ["middle"] = string.Join(' ', name.GivenNames.Skip(1)),
                    ["family"] = string.Join(' ', name.FamilyNames),
                    ["suffix"] = null,
                    ["formatted"] = name.Formatted,
                },
            ["sourceIdentifiers"] = new JsonArray([
                .. patient.Parts.Select(part => new JsonObject
                {
                    ["id"] = part.Source.PersonId,
                    ["dataPartitionId"] = part.Source.Partition.Id,
                }),
            ]),
            ["aliases"] = new JsonArray([
                .. demographics
                    .SelectMany(x => x.Aliases ?? [])
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
                    ["id"] = patient.Id,
                    ["population"] = new JsonObject { ["id"] = SandboxOptions.PopulationId },
                }
            ),
        };
    }

    /// <summary>Named after the source person that comes first, who stays when others come or go.</summary>
    private string IdOf(PatientIdentity patient)
    {
        var (person, first) = patient.Parts[0];
        return new SeededIds(seed, person.Key).Uuid(
            "consumer",
            first == person.Sources[0] ? person.Key : first.PersonId
        );
    }
}
