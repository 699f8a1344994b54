namespace HealtheIntent.Client;

/// <summary>What a data partition is called. Its ID is the namespace of source IDs and never changes (contract 8.7).</summary>
public sealed record DataPartitionDetails : OpenObject
{
    /// <summary>The ID, as <see cref="SourceIdentifier.DataPartitionId"/> names it.</summary>
    public string Id
    {
        get;
        init => field = value ?? field;
    } = "";

    /// <summary>The name to show to people.</summary>
    public string? Name { get; init; }

    /// <summary>What it holds.</summary>
    public string? Description { get; init; }
}
