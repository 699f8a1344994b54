namespace HealtheIntent.Client;

/// <summary>Where an insurance is known from (contract 4.4).</summary>
public sealed record BenefitSource : OpenObject
{
    /// <summary>The organisation that contributed it.</summary>
    public string? ContributingOrganization { get; init; }

    /// <summary>The data partition in words.</summary>
    public string? PartitionDescription { get; init; }

    /// <summary>The kind of source.</summary>
    public string? Type { get; init; }
}
