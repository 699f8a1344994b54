namespace HealtheIntent.Client;

/// <summary>People who work together (contract 7).</summary>
[AssumedContract("The path is documented, the schema of a group is not (contract 7).")]
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
