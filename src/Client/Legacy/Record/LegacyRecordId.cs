namespace HealtheIntent.Client;

/// <summary>One source record behind a person (contract 4.3).</summary>
public sealed record LegacyRecordId : OpenObject
{
    /// <summary>The data partition, the namespace of the ID.</summary>
    public string? DataPartitionId { get; init; }

    /// <summary>The person's ID in the source.</summary>
    public string? PersonId { get; init; }
}
