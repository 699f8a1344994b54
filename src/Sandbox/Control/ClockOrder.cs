namespace HeiChartViewer.Sandbox.Control;

/// <summary>How far the tenant's clock is off.</summary>
internal sealed record ClockOrder
{
    private const int TenYears = 10 * 366 * 86400;

    /// <summary>What is added to the time; less than 0 is in the past.</summary>
    public int? OffsetSeconds { get; init; }

    public string? Refuse() =>
        OffsetSeconds is null or < -TenYears or > TenYears
            ? "offsetSeconds is required, at most ten years either way"
            : null;
}
