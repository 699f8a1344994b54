using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Registries;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Surroundings;

/// <summary>What the population is divided by: an algorithm for each program of the registries (contract 7).</summary>
internal sealed class Cohorts(int seed)
{
    private readonly SeededIds _ids = new(seed, "cohorts");

    public Answer Algorithms(TenantCall call) =>
        OffsetPage.Of(
            call,
            CareProgram.All,
            program => new JsonObject
            {
                ["id"] = AlgorithmId(program),
                ["name"] = program.Name,
                ["description"] = $"Who is in the program {program.Name}",
                ["version"] = "1.0.0",
            }
        );

    public Answer All(TenantCall call) =>
        OffsetPage.Of(
            call,
            CareProgram.All,
            program => new JsonObject
            {
                ["id"] = _ids.Uuid("cohort", program.Slug),
                ["name"] = program.Name,
                ["description"] = $"The patients of the program {program.Name}",
                ["algorithm"] = new JsonObject { ["id"] = AlgorithmId(program) },
            }
        );

    private string AlgorithmId(CareProgram program) => _ids.Uuid("algorithm", program.Slug);
}
