namespace HealtheIntent.Client;

/// <summary>The registries a person is in (contract 7).</summary>
public sealed record PersonRegistries : OpenObject
{
    /// <summary>The person's quality score, exactly as received.</summary>
    public string? QualityScore { get; init; }

    /// <summary>The person's risk by Milliman's model, exactly as received.</summary>
    public string? MaraTotalRiskScore { get; init; }

    /// <summary>The programs, in the platform's order.</summary>
    public IReadOnlyList<RegistryProgram> Programs
    {
        get;
        init => field = value ?? field;
    } = [];
}
