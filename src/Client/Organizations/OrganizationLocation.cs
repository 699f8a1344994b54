namespace HealtheIntent.Client;

/// <summary>A place of an organization.</summary>
public sealed record OrganizationLocation : OpenObject
{
    /// <summary>The opaque ID.</summary>
    public string Id
    {
        get;
        init => field = value ?? field;
    } = "";

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The organization.</summary>
    public Reference? Organization { get; init; }

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
}
