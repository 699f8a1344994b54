using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Legacy;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Registries;

/// <summary>HealtheRegistries: programs, and how a patient stands to their measures (contract 7).</summary>
internal sealed class RegistryAnswers(PatientRegistry patients)
{
    private const string Filter = "measures_status_filter";
    private static readonly string[] Statuses = ["all", "not_achieved", "missing", "due"];

    public static Answer Programs(TenantCall call) =>
        LegacyAnswer.List(
            call,
            "programs",
            CareProgram.All,
            program => new JsonObject
            {
                ["id"] = program.Slug,
                ["name"] = program.Name,
                ["total_measure_count"] = program.Measures.Count,
            }
        );

    public Answer Person(TenantCall call)
    {
        var wanted = call.Query.TryGetValue(Filter, out var values) ? values.ToString() : "all";
        if (!Statuses.Contains(wanted, StringComparer.OrdinalIgnoreCase))
            return LegacyAnswer.BadRequest($"{Filter} is one of {string.Join(", ", Statuses)}");
        var view = new CareView(call.Patient!, call.Chart);
        var programs = CareProgram
            .Of(view)
            .Select(one => Program(one.Program, one.Because, view, wanted))
            .ToArray();
        if (programs.Length == 0)
            return LegacyAnswer.Nothing;
        var (met, counted) = (
            programs.Sum(x => (int)x["met_measure_count"]!),
            programs.Sum(x => (int)x["total_measure_count"]!)
        );
        return Answer.Of(
            new JsonObject
            {
                ["quality_score"] = counted == 0 ? null : met * 100 / counted,
                // No model of anybody's: a number that grows with age and with what was diagnosed.
                ["mara_total_risk_score"] = Math.Round(
                    0.2
                        + (view.Years / 100.0)
                        + (0.35 * view.Problems.DistinctBy(x => x.Code).Count()),
                    2
                ),
                ["programs"] = new JsonArray([.. programs]),
            }
        );
    }

    public static Answer ProviderRelationships(TenantCall call)
    {
        var providers = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var visit in call.Chart.Encounters.All.Reverse())
        {
            using var json = JsonDocument.Parse(visit.Json);
            foreach (var one in json.RootElement.Items("providers"))
                if (
                    one.Member("provider") is { } provider
                    && provider.Member("name")?.Text("formatted") is { } name
                )
                    providers.TryAdd(name, Relationship(name, provider));
        }
        return Answer.Of(new JsonArray([.. providers.Values]));
    }

    private JsonObject Program(
        CareProgram program,
        IReadOnlyList<ChartFact> because,
        CareView view,
        string wanted
    )
    {
        var standings = program
            .Measures.Select(measure => (measure, of: measure.Of(view)))
            .ToArray();
        return new JsonObject
        {
            ["id"] = program.Slug,
            ["name"] = program.Name,
            ["total_measure_count"] = standings.Count(x => x.of.Outcome != CareStanding.Excluded),
            ["met_measure_count"] = standings.Count(x => x.of.Outcome == CareStanding.Achieved),
            ["supporting_facts"] = new JsonArray([.. because.DistinctBy(x => x.Code).Select(Fact)]),
            ["measures"] = new JsonArray([
                .. standings
                    .Where(x => IsWanted(x.of, wanted))
                    .Select(x => Measure(program, x.measure, x.of)),
            ]),
        };
    }

    private JsonObject Measure(CareProgram program, CareMeasure measure, CareStanding standing) =>
        new()
        {
            ["name"] = measure.Name,
            ["fqn"] = $"sandbox/{program.Slug}/{measure.Slug}",
            ["outcome"] = standing.Outcome,
            ["measure_due"] = IsDue(standing),
            ["due_date"] = standing.DueOn is { } due ? RecordDates.Day(due) : null,
            ["value_unit"] = measure.Unit,
            ["supporting_facts"] = new JsonArray([.. standing.Facts.Select(Fact)]),
        };

    private JsonObject Fact(ChartFact fact) =>
        new()
        {
            ["name"] = fact.Value is { } value
                ? string.Create(CultureInfo.InvariantCulture, $"{fact.Name}: {value}")
                : fact.Name,
            ["formatted_code"] = fact.Code,
            ["formatted_source"] = patients
                .DataPartitions.FirstOrDefault(x => x.Id == fact.PartitionId)
                ?.Name,
            ["date"] = RecordDates.Day(fact.Day),
        };

    private bool IsDue(CareStanding standing) =>
        standing.Outcome == CareStanding.NotAchieved && standing.DueOn <= patients.Horizon;

    private bool IsWanted(CareStanding standing, string wanted) =>
        wanted.ToLowerInvariant() switch
        {
            "not_achieved" => standing.Outcome == CareStanding.NotAchieved,
            "missing" => standing.Outcome == CareStanding.MissingData,
            "due" => IsDue(standing),
            _ => true,
        };

    private static JsonObject Relationship(string name, JsonElement provider) =>
        new()
        {
            ["name"] = name,
            ["aliases"] = new JsonArray([
                .. provider
                    .Items("aliases")
                    .Select(alias => new JsonObject
                    {
                        ["alias_type"] = alias.Text("type"),
                        ["alias_id"] = alias.Text("value"),
                    }),
            ]),
        };
}
