namespace HealtheIntent.Client;

/// <summary>A setting of a registry's library.</summary>
public sealed record MeasureParameter : OpenObject
{
    /// <summary>The opaque ID.</summary>
    public string Id
    {
        get;
        init => field = value ?? field;
    } = "";

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>What it sets.</summary>
    public string? Description { get; init; }

    /// <summary>What it is set to; of anything but text, the JSON.</summary>
    public string? Value { get; init; }
}
