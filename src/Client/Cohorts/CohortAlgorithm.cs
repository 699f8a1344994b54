namespace HealtheIntent.Client;

/// <summary>A rule that says who belongs to a cohort (contract 7).</summary>
public sealed record CohortAlgorithm : OpenObject
{
    /// <summary>The opaque ID.</summary>
    public string Id
    {
        get;
        init => field = value ?? field;
    } = "";

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>What it selects.</summary>
    public string? Description { get; init; }

    /// <summary>The version of the rule.</summary>
    public string? Version { get; init; }
}
