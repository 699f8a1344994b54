using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Registries;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Surroundings;

/// <summary>What the measures of the registries are made of (contract 7).</summary>
internal sealed class QualityMeasures(int seed, DateOnly today)
{
    private const string Library = "sandbox";
    private const string Content = "1.0.0";

    private static readonly (string Name, string Description)[] Fields =
    [
        ("measure_due", "Whether the measure has to be done"),
        ("due_date", "When it has to be done"),
        ("outcome", "How the patient stands to it"),
    ];

    private readonly SeededIds _ids = new(seed, "quality-measures");

    public Answer Periods(TenantCall call) =>
        OffsetPage.Of(
            call,
            Enumerable.Range(0, 3).Select(back => today.Year - back),
            year => new JsonObject
            {
                ["id"] = _ids.Uuid("period", $"{year}"),
                ["name"] = $"{year}",
                ["start"] = $"{year}-01-01",
                ["end"] = $"{year}-12-31",
            }
        );

    public Answer RecommendationFields(TenantCall call) =>
        OffsetPage.Of(
            call,
            Fields,
            field => new JsonObject
            {
                ["id"] = _ids.Uuid("field", field.Name),
                ["name"] = field.Name,
                ["description"] = field.Description,
            }
        );

    /// <summary>A program of the registries is a registry here; each has one library in one version.</summary>
    public Answer Parameters(TenantCall call)
    {
        var registry = CareProgram.All.FirstOrDefault(x => x.Slug == call.PathValue("registryId"));
        if (registry is null)
            return Answer.NotFound("registryId");
        if (call.PathValue("libraryId") != Library)
            return Answer.NotFound("libraryId");
        if (call.PathValue("versionedContentId") != Content)
            return Answer.NotFound("versionedContentId");
        return OffsetPage.Of(
            call,
            registry.Measures,
            measure => new JsonObject
            {
                ["id"] = _ids.Uuid("parameter", $"{registry.Slug}/{measure.Slug}"),
                ["name"] = measure.Slug,
                ["description"] = measure.Name,
                ["value"] = measure.Unit,
            }
        );
    }
}
