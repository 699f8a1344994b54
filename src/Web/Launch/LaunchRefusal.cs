namespace HeiChartViewer.Web.Launch;

/// <summary>Why a launch did not open a chart, in words for the person in front of the screen.</summary>
/// <param name="Reason">The kind of refusal, for the audit log and for tests.</param>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Headline">What is the matter, in one sentence.</param>
/// <param name="Explanation">What it means; never a value out of the request.</param>
/// <param name="NextStep">What the reader can do about it.</param>
public sealed record LaunchRefusal(
    LaunchRefusalReason Reason,
    int Status,
    string Headline,
    string Explanation,
    string NextStep
)
{
    /// <summary>The correlation id to quote, where HealtheIntent gave one.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Whether the same launch may well succeed when tried again.</summary>
    public bool CanRetry { get; init; }
}
