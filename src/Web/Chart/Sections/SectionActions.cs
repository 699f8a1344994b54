using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart.Sections;

/// <summary>Loads a section from the beginning. Each load is itself; two are never equal.</summary>
public sealed class LoadSection<TRecord>(ChartSession session)
{
    /// <summary>The session whose patient is asked for.</summary>
    public ChartSession Session { get; } = session;
}

/// <summary>More records of a load have arrived.</summary>
public sealed record SectionPageReceived<TRecord>(
    LoadSection<TRecord> Load,
    IReadOnlyList<TRecord> Records,
    DateTimeOffset AsOf
);

/// <summary>A load has ended, and everything was received.</summary>
/// <param name="Load">The load.</param>
/// <param name="AsOf">When its last page was received.</param>
/// <param name="SaysNone">Whether every valid record states that there is nothing of the section's kind.</param>
public sealed record SectionReceived<TRecord>(
    LoadSection<TRecord> Load,
    DateTimeOffset AsOf,
    bool SaysNone
);

/// <summary>A load has ended before everything was received.</summary>
public sealed record SectionFailed<TRecord>(
    LoadSection<TRecord> Load,
    HealtheIntentFailure Failure
);
