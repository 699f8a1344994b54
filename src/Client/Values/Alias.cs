namespace HealtheIntent.Client;

/// <summary>Another identifier of the same thing: an MRN, a FIN, a link to a Millennium clinical event.</summary>
public sealed record Alias : OpenObject
{
    /// <summary>The namespace of the value, an OID, a UUID or a URL.</summary>
    public string? System { get; init; }

    /// <summary>The kind of identifier, such as <c>MRN</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The identifier.</summary>
    public string? Value { get; init; }
}
