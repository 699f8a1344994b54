namespace HealtheIntent.Client;

/// <summary>A time over which quality is measured.</summary>
public sealed record MeasurementPeriod : OpenObject
{
    /// <summary>The opaque ID.</summary>
    public string Id
    {
        get;
        init => field = value ?? field;
    } = "";

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The first day.</summary>
    public PartialDate? Start { get; init; }

    /// <summary>The last day.</summary>
    public PartialDate? End { get; init; }
}
