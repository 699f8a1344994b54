namespace HealtheIntent.Client;

/// <summary>A time over which quality is measured.</summary>
[AssumedContract("The path is documented, the members are not (contract 7).")]
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
