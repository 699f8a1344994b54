namespace HealtheIntent.Client;

/// <summary>A label of a data source (contract 7).</summary>
public sealed record DataSourceTag : OpenObject
{
    /// <summary>What the label tells.</summary>
    public string? Key { get; init; }

    /// <summary>What it says.</summary>
    public string? Value { get; init; }
}
