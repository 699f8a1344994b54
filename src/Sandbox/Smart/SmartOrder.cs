namespace HeiChartViewer.Sandbox.Smart;

/// <summary>The body of an order to misbehave.</summary>
internal sealed record SmartOrder
{
    public SmartMisbehaviour? Misbehaviour { get; init; }

    /// <summary>How long a slow token takes, at most a minute.</summary>
    public int? DelayMs { get; init; }

    public string? Refuse() =>
        Misbehaviour is not { } misbehaviour || !Enum.IsDefined(misbehaviour)
            ? "misbehaviour is required, one of those of the list"
        : DelayMs is < 0 or > 60_000 ? "delayMs must be between 0 and 60000"
        : null;
}
