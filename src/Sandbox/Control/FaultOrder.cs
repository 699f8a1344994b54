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

    /// <summary>The latency that half of the answers keep below.</summary>
    public int? P50Ms { get; init; }

    /// <summary>The latency that all but one in a hundred keep below.</summary>
    public int? P99Ms { get; init; }

    /// <summary>How likely it strikes what it matches; null is always.</summary>
    public double? Probability { get; init; }

    /// <summary>How often it strikes; null is for ever.</summary>
    public int? Times { get; init; }

    /// <summary>What is wrong with the first of these that is wrong; JSON can put null in the place of an order.</summary>
    public static string? Refuse(IEnumerable<FaultOrder?> orders) =>
        orders
            .Select(order => order is null ? "a fault is null" : order.Refuse())
            .FirstOrDefault(error => error is not null);

    private string? Refuse() =>
        Kind is not { } kind || !Enum.IsDefined(kind) ? "kind is required, one of those there are"
        : Kind == FaultKind.Status && Status is null or < 200 or > 599
            ? "status must be between 200 and 599"
        : Kind == FaultKind.Delay && DelayMs is null or < 0 or > 60_000
            ? "delayMs must be between 0 and 60000"
        : Kind == FaultKind.Latency
        && (P50Ms is null or < 1 || P99Ms is null or > 60_000 || P99Ms < P50Ms)
            ? "p50Ms and p99Ms must be between 1 and 60000, the second not below the first"
        : Probability is <= 0 or > 1 or double.NaN
            ? "probability must be above 0 and at most 1, or null"
        : Times is < 1 ? "times must be 1 or more, or null"
        : Page is < 1 ? "page must be 1 or more, or null"
        : RetryAfterSeconds is < 0 ? "retryAfterSeconds must be 0 or more, or null"
        : null;
}
