namespace HealtheIntent.Client;

/// <summary>A system that sends data, owned by one tenant (contract 7).</summary>
public sealed record DataSource : OpenObject
{
    /// <summary>The opaque ID.</summary>
    public string Id
    {
        get;
        init => field = value ?? field;
    } = "";

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>What it is.</summary>
    public string? Description { get; init; }

    /// <summary>How its data is taken in, such as <c>CLASSIC</c>.</summary>
    public string? Service { get; init; }

    /// <summary>Labels given to it.</summary>
    public IReadOnlyList<DataSourceTag> Tags
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>When it was made.</summary>
    public PartialDate? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public PartialDate? UpdatedAt { get; init; }
}
