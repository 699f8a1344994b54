using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.CareGaps;

/// <summary>One thing that a model of the tenant's says of the patient's risk. A model speaks of people like this one, never of this one.</summary>
/// <param name="Kind">What it is.</param>
public sealed record RiskStatement(RiskKind Kind)
{
    /// <summary>The score exactly as received; null of a condition category.</summary>
    public string? Score { get; init; }

    /// <summary>The condition category; null of a score.</summary>
    public PersistentHcc? Category { get; init; }

    /// <summary>The scores that the registries give; none of which they gave nothing.</summary>
    public static IReadOnlyList<RiskStatement> Of(PersonRegistries registries) =>
        [
            .. new (RiskKind Kind, string? Score)[]
            {
                (RiskKind.TotalRisk, registries.MaraTotalRiskScore),
                (RiskKind.Quality, registries.QualityScore),
            }
                .Where(one => !string.IsNullOrWhiteSpace(one.Score))
                .Select(one => new RiskStatement(one.Kind) { Score = one.Score }),
        ];
}

/// <summary>What a statement of risk is.</summary>
public enum RiskKind
{
    /// <summary>The total risk by Milliman's model.</summary>
    TotalRisk,

    /// <summary>The registries' quality score.</summary>
    Quality,

    /// <summary>A condition category that was coded before and is to be looked at again.</summary>
    Category,
}
