namespace HealtheIntent.Client;

/// <summary>A field that a recommendation may have.</summary>
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
