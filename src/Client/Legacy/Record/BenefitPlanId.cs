namespace HealtheIntent.Client;

/// <summary>An identifier of an insurance plan (contract 4.4).</summary>
public sealed record BenefitPlanId : OpenObject
{
    /// <summary>The identifier.</summary>
    public string? Value { get; init; }

    /// <summary>Its kind.</summary>
    public string? Type { get; init; }
}
