namespace HealtheIntent.Client;

/// <summary>A field that a recommendation may have.</summary>
[AssumedContract("The path is documented, the members are not (contract 7).")]
public sealed record RecommendationField : OpenObject
{
    /// <summary>The opaque ID.</summary>
    public string Id
    {
        get;
        init => field = value ?? field;
    } = "";

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>What it holds.</summary>
    public string? Description { get; init; }
}
