using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>What the tenant says about itself and its sources (contract 7).</summary>
internal sealed class TenantDirectory(PatientRegistry patients, string mnemonic)
{
    public Answer Tenant(TenantCall call) =>
        Answer.Of(
            new JsonObject
            {
                ["id"] = "5a9d3c1e7b2f4086a1c4e7d90b3f6a58",
                ["mnemonic"] = Mnemonic(call.Http.Request.Host.Host),
                ["name"] = "HeiChartViewer Sandbox",
                ["timeZone"] = "America/Chicago",
                ["defaultLocale"] = "en-US",
                ["status"] = new JsonObject
                {
                    ["state"] = "ACTIVE",
                    ["startedOn"] = "2020-01-01T00:00:00.000Z",
                },
                ["locales"] = new JsonArray("en-US"),
                ["cernerMnemonics"] = new JsonArray(),
            }
        );

    /// <summary>The tenant is the one that the host names, by either generation's scheme (contract 1.1, 1.2, 10 item 1).</summary>
    private string Mnemonic(string host) =>
        host.Split('.') is [{ Length: > 0 } named, "api" or "record" or "registries", _, ..]
            ? named
            : mnemonic;

    public Answer DataPartitions(TenantCall call) =>
        OffsetPage.Of(call, patients.DataPartitions, Partition);

    public Answer DataPartition(string id) =>
        patients.DataPartitions.FirstOrDefault(p => p.Id == id) is { } partition
            ? Answer.Of(Partition(partition))
            : Answer.NotFound("id");

    /// <summary>The source systems; each feeds the partition of its name, the newest first.</summary>
    public Answer DataSources(TenantCall call) =>
        OffsetPage.Of(call, patients.DataPartitions.Reverse(), Source);

    private static JsonObject Partition(DataPartition partition) =>
        new()
        {
            ["id"] = partition.Id,
            ["name"] = partition.Name,
            ["dataSource"] = new JsonObject { ["id"] = SourceId(partition) },
        };

    private static JsonObject Source(DataPartition partition) =>
        new()
        {
            ["id"] = SourceId(partition),
            ["name"] = partition.Name,
            ["description"] = partition.Kind switch
            {
                SourceKind.Hospital => "The EHR of a hospital",
                SourceKind.Clinic => "The EHR of clinics",
                _ => "Claims of a payer",
            },
            ["service"] = "CLASSIC",
            ["tags"] = new JsonArray(
                new JsonObject
                {
                    ["key"] = "kind",
                    ["value"] = $"{partition.Kind}".ToUpperInvariant(),
                }
            ),
            ["createdAt"] = "2020-01-01T00:00:00.000Z",
            ["updatedAt"] = "2026-01-01T00:00:00.000Z",
        };

    private static string SourceId(DataPartition partition) =>
        new SeededIds(0, partition.Id).Uuid("data-source", partition.Name);
}
