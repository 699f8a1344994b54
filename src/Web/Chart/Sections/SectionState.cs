using HeiChartViewer.Web.Failures;

namespace HeiChartViewer.Web.Chart.Sections;

/// <summary>One section of the chart: its state out of the closed set, and the records behind it.</summary>
public sealed record SectionState<TRecord>
{
    /// <summary>A section nobody has asked for yet reads as loading: it is about to be.</summary>
    public static SectionState<TRecord> Initial { get; } = new();

    /// <summary>The state.</summary>
    public SectionStatus Status { get; init; } = SectionStatus.Loading;

    /// <summary>What has been received, in the order HealtheIntent sent it.</summary>
    public IReadOnlyList<TRecord> Records { get; init; } = [];

    /// <summary>When the last page was received.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Why the section is not complete.</summary>
    public HealtheIntentFailure? Failure { get; init; }

    /// <summary>The load that this state belongs to; answers to an earlier one are dropped (control 40).</summary>
    public LoadSection<TRecord>? Load { get; init; }
}
