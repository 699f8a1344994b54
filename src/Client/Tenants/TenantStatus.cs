namespace HealtheIntent.Client;

/// <summary>Whether a tenant is in use (contract 7).</summary>
public sealed record TenantStatus : OpenObject
{
    /// <summary>The state in a word.</summary>
    public string? State { get; init; }

    /// <summary>Since when.</summary>
    public PartialDate? StartedOn { get; init; }
}
