using HealtheIntent.Client;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart.Sections;

/// <summary>What makes one section of the chart differ from the next.</summary>
public class SectionDefinition<TRecord>
{
    /// <summary>The HealtheIntent API behind it, as the console names the grant.</summary>
    public required string Api { get; init; }

    /// <summary>The view that shows the section in full.</summary>
    public required ChartView View { get; init; }

    /// <summary>Reads the records of the session's patient, page by page.</summary>
    public required Func<
        ChartSession,
        CancellationToken,
        IAsyncEnumerable<Page<TRecord>>
    > Read { get; init; }

    /// <summary>The patient that a record names, where it names one.</summary>
    public required Func<TRecord, string?> PatientOf { get; init; }

    /// <summary>A record with what it has in common with others held once.</summary>
    public Func<TRecord, SharedValues, TRecord> Share { get; init; } = (record, _) => record;

    /// <summary>Whether a record states that there is nothing of the section's whole kind.</summary>
    public Func<TRecord, bool> SaysNone { get; init; } = _ => false;

    /// <summary>Whether a record was withdrawn by its source, so that it is no data (entered in error).</summary>
    public Func<TRecord, bool> IsWithdrawn { get; init; } = _ => false;
}
