namespace HealtheIntent.Client;

/// <summary>The patients of a population whom a rule selects.</summary>
public sealed record Cohort : OpenObject
{
    /// <summary>The opaque ID.</summary>
    public string Id
    {
        get;
        init => field = value ?? field;
    } = "";

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Who belongs to it.</summary>
    public string? Description { get; init; }

    /// <summary>The rule.</summary>
    public Reference? Algorithm { get; init; }
}
