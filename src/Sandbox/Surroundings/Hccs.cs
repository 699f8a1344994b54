using System.Globalization;
using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Registries;
using HeiChartViewer.Sandbox.Tenant;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Surroundings;

/// <summary>The hierarchical condition categories that follow from a patient's billing codes (contract 7).</summary>
internal sealed class Hccs(int seed, DateOnly today)
{
    /// <summary>The tenant's pipeline.</summary>
    public const string Pipeline = SandboxOptions.HccPipelineId;

    private static readonly (string Code, string Category)[] Categories =
    [
        ("E11.22", "18"),
        ("E11", "19"),
        ("I50", "85"),
        ("I48", "96"),
        ("J44", "111"),
        ("C50", "12"),
        ("N18.3", "138"),
        ("B20", "1"),
        ("A41", "2"),
        ("E66", "22"),
    ];

    private readonly SeededIds _ids = new(seed, "hccs");

    public Answer Persistent(TenantCall call)
    {
        if (call.PathValue("pipelineId") != Pipeline)
            return Answer.NotFound("pipelineId");
        var view = new CareView(call.Patient!, call.Chart);
        return OffsetPage.Of(
            call,
            view.Problems.Select(fact => (fact, category: CategoryOf(fact.Code)))
                .Where(x => x.category is not null)
                .DistinctBy(x => x.category),
            x => Hcc(call, x.fact, x.category!)
        );
    }

    private JsonObject Hcc(TenantCall call, ChartFact fact, string category) =>
        new()
        {
            ["id"] = _ids.Uuid(category, call.PathValue("patientId")),
            ["code"] = category,
            ["diagnosisCode"] = fact.Code,
            ["diagnosisCodeDescription"] = fact.Name,
            ["diagnosisCodeSystemId"] = CodeSystems.Icd10,
            ["lastServiceDate"] = RecordDates.Day(fact.Day),
            ["status"] = fact.Day.Year == today.Year ? "CONFIRMED" : "PENDING",
            ["stratification"] = int.Parse(category, CultureInfo.InvariantCulture) < 20 ? "1" : "2",
            ["stratificationCategory"] =
                int.Parse(category, CultureInfo.InvariantCulture) < 20 ? "HIGH" : "MEDIUM",
            ["aliases"] = new JsonArray(),
            ["supportingFacts"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = fact.Name,
                    ["value"] = fact.Code,
                    ["lastServiceDate"] = RecordDates.Day(fact.Day),
                }
            ),
            ["competingFacts"] = new JsonArray(),
        };

    private static string? CategoryOf(string code) =>
        Categories.FirstOrDefault(x => code.StartsWith(x.Code, StringComparison.Ordinal)).Category;
}
