namespace HealtheIntent.Client;

/// <summary>What is known of the person looked for (contract 4.3). The search of version 1 is the supported one.</summary>
public sealed record LegacyPersonSearch
{
    /// <summary>The name, free form.</summary>
    public string? Name { get; init; }

    /// <summary>A given name.</summary>
    public string? GivenName { get; init; }

    /// <summary>A family name.</summary>
    public string? FamilyName { get; init; }

    /// <summary>The date of birth.</summary>
    public DateOnly? DateOfBirth { get; init; }

    /// <summary>The gender as the platform writes it, such as <c>Female</c>.</summary>
    public string? Gender { get; init; }

    /// <summary>An identifier such as an MRN.</summary>
    public string? Alias { get; init; }

    /// <summary>The namespace of <see cref="Alias"/>, an OID.</summary>
    public string? AliasSystem { get; init; }

    /// <summary>The kind of <see cref="Alias"/>, such as <c>MRN</c>.</summary>
    public string? AliasType { get; init; }

    /// <summary>The name of the type; whom somebody looks for never reaches a log by accident.</summary>
    public override string ToString() => nameof(LegacyPersonSearch);
}
