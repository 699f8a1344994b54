using HealtheIntent.Client;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart.Raw;

/// <summary>Shows one record as HealtheIntent sends it. Each request is itself; two are never equal.</summary>
public sealed class ShowRaw(ChartSession session, RecordKind kind, string recordId)
{
    /// <summary>The session whose patient the record is about.</summary>
    public ChartSession Session { get; } = session;

    /// <summary>The kind of record.</summary>
    public RecordKind Kind { get; } = kind;

    /// <summary>The record.</summary>
    public string RecordId { get; } = recordId;
}

/// <summary>The record has been received.</summary>
/// <param name="Show">The request.</param>
/// <param name="Text">Its JSON, indented.</param>
public sealed record RawReceived(ShowRaw Show, string Text);

/// <summary>The record could not be had.</summary>
public sealed record RawFailed(ShowRaw Show, HealtheIntentFailure Failure);

/// <summary>That the record is looked at could not be recorded, so it was not asked for (design rule 6).</summary>
public sealed record RawNotRecorded(ShowRaw Show);

/// <summary>The reader has seen enough.</summary>
public sealed record RawClosed;
