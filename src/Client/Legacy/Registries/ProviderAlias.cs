namespace HealtheIntent.Client;

/// <summary>An identifier of somebody who takes care of a person (contract 7).</summary>
public sealed record ProviderAlias : OpenObject
{
    /// <summary>The kind of identifier, such as <c>USER</c>.</summary>
    public string? AliasType { get; init; }

    /// <summary>The identifier.</summary>
    public string? AliasId { get; init; }
}
