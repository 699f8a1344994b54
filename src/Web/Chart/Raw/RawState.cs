using HeiChartViewer.Web.Failures;

namespace HeiChartViewer.Web.Chart.Raw;

/// <summary>One record as HealtheIntent sends it, while a reader looks at it.</summary>
public sealed record RawState
{
    /// <summary>The request, while the record is shown.</summary>
    public ShowRaw? Show { get; init; }

    /// <summary>The record's JSON; null until it is received.</summary>
    public string? Text { get; init; }

    /// <summary>Why the record could not be had.</summary>
    public HealtheIntentFailure? Failure { get; init; }

    /// <summary>Whether looking at it could not be recorded.</summary>
    public bool IsNotRecorded { get; init; }
}
