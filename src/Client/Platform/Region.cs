namespace HealtheIntent.Client;

/// <summary>
/// A region of the platform (contract 1.1). The known ones have names here; any other is accepted as the vendor names
/// it, because regions are added.
/// </summary>
public sealed record Region
{
    /// <summary>Names a region by its ID or by the alias that old tenants use.</summary>
    /// <exception cref="ArgumentException">The text cannot be part of a host name.</exception>
    public Region(string id)
    {
        if (!HostLabel.IsValid(id))
            throw new ArgumentException(
                "A region is letters, digits and inner hyphens, such as us-1.",
                nameof(id)
            );
        Id = id.ToLowerInvariant();
    }

    /// <summary>United States; alias <c>us</c>.</summary>
    public static Region UnitedStates { get; } = new("us-1");

    /// <summary>United Kingdom and Egypt; alias <c>eu</c>.</summary>
    public static Region UnitedKingdom { get; } = new("emea-1");

    /// <summary>Sweden and the European Union.</summary>
    public static Region EuropeanUnion { get; } = new("emea-2");

    /// <summary>Canada.</summary>
    public static Region Canada { get; } = new("ca-1");

    /// <summary>Asia and the Pacific.</summary>
    public static Region AsiaPacific { get; } = new("ap-1");

    /// <summary>Every region with a name here.</summary>
    public static IReadOnlyList<Region> Known { get; } =
    [UnitedStates, UnitedKingdom, EuropeanUnion, Canada, AsiaPacific];

    /// <summary>The ID as it stands in a host name. An alias stays an alias: old tenants may have no other host.</summary>
    public string Id { get; }

    /// <summary>The region an alias stands for; the region itself when it is none.</summary>
    public Region Primary =>
        Id switch
        {
            "us" => UnitedStates,
            "eu" => UnitedKingdom,
            _ => this,
        };

    /// <summary>Whether this client knows the region by name or alias.</summary>
    public bool IsKnown => Known.Contains(Primary);

    /// <summary>The ID.</summary>
    public override string ToString() => Id;
}
