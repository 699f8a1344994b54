namespace HealtheIntent.Client;

/// <summary>An organization that HealtheIntent is run for (contract 7).</summary>
public sealed record Tenant : OpenObject
{
    /// <summary>The opaque ID, 32 hexadecimal digits.</summary>
    public string Id
    {
        get;
        init => field = value ?? field;
    } = "";

    /// <summary>The short name, which is part of the host name.</summary>
    public string? Mnemonic { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The time zone, such as <c>America/Chicago</c>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The locale, such as <c>en-US</c>.</summary>
    public string? DefaultLocale { get; init; }

    /// <summary>Whether it is in use.</summary>
    public TenantStatus? Status { get; init; }

    /// <summary>The locales it may be shown in.</summary>
    public IReadOnlyList<string> Locales
    {
        get;
        init => field = value ?? field;
    } = [];

    /// <summary>The names of its Millennium domains.</summary>
    public IReadOnlyList<string> CernerMnemonics
    {
        get;
        init => field = value ?? field;
    } = [];
}
