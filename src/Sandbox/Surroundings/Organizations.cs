using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Surroundings;

/// <summary>The organizations behind the data partitions, and the places where patients are seen (contract 7).</summary>
internal sealed class Organizations(IReadOnlyList<DataPartition> partitions, int seed)
{
    private static readonly (SourceKind Kind, string Name, string Type)[] Places =
    [
        (SourceKind.Hospital, "St. Brigid Hospital", "FACILITY"),
        (SourceKind.Hospital, "Emergency department", "NURSE_UNIT"),
        (SourceKind.Hospital, "Medical ward 4", "NURSE_UNIT"),
        (SourceKind.Clinic, "Eastside Clinic", "FACILITY"),
        (SourceKind.Clinic, "Westlake Family Practice", "FACILITY"),
    ];

    private readonly SeededIds _ids = new(seed, "organizations");

    public Answer All(TenantCall call) =>
        OffsetPage.Of(call, partitions.Where(x => IsNamed(call, x.Name)), Organization, "name");

    public Answer One(TenantCall call) =>
        partitions.FirstOrDefault(x => IdOf(x) == call.PathValue("id")) is { } partition
            ? Answer.Of(Organization(partition))
            : Answer.NotFound("id");

    public Answer Locations(TenantCall call) =>
        OffsetPage.Of(
            call,
            Places.Where(place =>
                partitions.Any(x => x.Kind == place.Kind) && IsNamed(call, place.Name)
            ),
            place => new JsonObject
            {
                ["id"] = _ids.Uuid("location", place.Name),
                ["name"] = place.Name,
                ["type"] = place.Type,
                ["organization"] = new JsonObject
                {
                    ["id"] = IdOf(partitions.First(x => x.Kind == place.Kind)),
                },
            },
            "name"
        );

    private JsonObject Organization(DataPartition partition) =>
        new()
        {
            ["id"] = IdOf(partition),
            ["name"] = partition.Name,
            ["type"] = partition.Kind == SourceKind.Claims ? "PAYER" : "PROVIDER",
            ["aliases"] = new JsonArray(
                new JsonObject
                {
                    ["system"] = partition.AliasSystem,
                    ["type"] = "EXTERNAL",
                    ["value"] = partition.Id,
                }
            ),
        };

    private string IdOf(DataPartition partition) => _ids.Uuid("organization", partition.Id);

    private static bool IsNamed(TenantCall call, string name) =>
        call.Query["name"] is not [{ } wanted]
        || name.Contains(wanted, StringComparison.OrdinalIgnoreCase);
}
