using HealtheIntent.Client.Legacy;

namespace HealtheIntent.Client;

/// <summary>Somebody who takes care of a person (contract 7).</summary>
public sealed record ProviderRelationship : OpenObject, ILegacyItem
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The identifiers, such as the user name.</summary>
    public IReadOnlyList<ProviderAlias> Aliases
    {
        get;
        init => field = value ?? field;
    } = [];

    static string ILegacyItem.ListName => "provider_relationships";
}
