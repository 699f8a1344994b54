namespace HealtheIntent.Client;

/// <summary>A hospital, a practice, a payer and the like.</summary>
public sealed record Organization : OpenObject
{
    /// <summary>The opaque ID.</summary>
    public string Id
    {
        get;
        init => field = value ?? field;
    } = "";

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Identifiers in other systems, such as a tax number.</summary>
    public IReadOnlyList<Alias> Aliases
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The postal addresses.</summary>
    public IReadOnlyList<PersonAddress> Addresses
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The telephone numbers.</summary>
    public IReadOnlyList<ContactPoint> PhoneNumbers
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The organization it is part of.</summary>
    public Reference? Parent { get; init; }
}
