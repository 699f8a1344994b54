namespace HealtheIntent.Client;

/// <summary>A fact for or against a condition category (contract 7).</summary>
public sealed record HccFact : OpenObject
{
    /// <summary>What was found.</summary>
    public string? Name { get; init; }

    /// <summary>What was found of it.</summary>
    public string? Value { get; init; }

    /// <summary>When it was last recorded.</summary>
    public PartialDate? LastServiceDate { get; init; }
}
