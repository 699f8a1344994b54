namespace HealtheIntent.Client;

/// <summary>People who work together (contract 7).</summary>
public sealed record PersonnelGroup : OpenObject
{
    /// <summary>The opaque ID.</summary>
    public string Id
    {
        get;
        init => field = value ?? field;
    } = "";

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>What the group is for.</summary>
    public string? Description { get; init; }
}
