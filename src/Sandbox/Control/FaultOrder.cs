namespace HeiChartViewer.Sandbox.Control;

/// <summary>A fault as it is ordered: null and * match anything.</summary>
internal sealed record FaultOrder
{
    public string? Api { get; init; }

    public string? Resource { get; init; }

    public string? PatientId { get; init; }

    public string? SourcePersonId { get; init; }

    /// <summary>Which page of a list, the first being 1.</summary>
    public int? Page { get; init; }

    public FaultKind? Kind { get; init; }

    public int? Status { get; init; }

    public int? RetryAfterSeconds { get; init; }

    public int? DelayMs { get; init; }

    /// <summary>How often it strikes; null is for ever.</summary>
    public int? Times { get; init; }

    public string? Refuse() =>
        Kind is null ? "kind is required"
        : Kind == FaultKind.Status && Status is null or < 200 or > 599
            ? "status must be between 200 and 599"
        : Kind == FaultKind.Delay && DelayMs is null or < 0 or > 60_000
            ? "delayMs must be between 0 and 60000"
        : Times is < 1 ? "times must be 1 or more, or null"
        : Page is < 1 ? "page must be 1 or more, or null"
        : RetryAfterSeconds is < 0 ? "retryAfterSeconds must be 0 or more, or null"
        : null;
}
