namespace HealtheIntent.Client;

/// <summary>Whom to list of the personnel; what is not set does not filter (contract 7).</summary>
public sealed record PersonnelFilter
{
    /// <summary>An identifier, whatever its kind.</summary>
    public string? AliasValue { get; init; }

    /// <summary>The namespace of the identifier.</summary>
    public string? AliasSystem { get; init; }

    /// <summary>The kind of identifier, such as <c>NPI</c>.</summary>
    public string? AliasType { get; init; }

    /// <summary>The whole name as it is written.</summary>
    public string? FormattedName { get; init; }

    /// <summary>The name, or a part of it.</summary>
    public string? Name { get; init; }

    /// <summary>What to sort by; the platform's vocabulary is not published.</summary>
    public string? OrderBy { get; init; }

    /// <summary>The name of the type; whom somebody looks for never reaches a log by accident.</summary>
    public override string ToString() => nameof(PersonnelFilter);
}
