namespace HealtheIntent.Client;

/// <summary>How to reach one tenant of HealtheIntent. All of it is checked at start, and every error is told at once.</summary>
public sealed class HealtheIntentOptions
{
    /// <summary>The tenant's mnemonic, the first label of its host name. Not needed with <see cref="BaseAddress"/>.</summary>
    public string? Tenant { get; set; }

    /// <summary>The tenant's region, such as <c>us-1</c>; see <see cref="HealtheIntent.Client.Region"/>. Not needed with <see cref="BaseAddress"/>.</summary>
    public string? Region { get; set; }

    /// <summary>
    /// The population whose patients the application shows; the vendor tells it to the tenant (contract 7). It stands here for
    /// the application to read beside the rest. The client never fills it in: each call says itself whose patients it asks
    /// for, so that none is read from the wrong population because a setting was.
    /// </summary>
    public string? PopulationId { get; set; }

    /// <summary>
    /// Where the APIs are when not at the tenant's own host: a gateway, or a sandbox such as
    /// <c>http://localhost:5090/</c>. Plain http is accepted for the machine itself only.
    /// </summary>
    /// <value>Not set: the host follows from tenant and region.</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Whether the legacy APIs are at hosts of the older form, <c>{tenant}.{solution}.healtheintent.com</c>, without the
    /// region (contract 1.2). Has no meaning with <see cref="BaseAddress"/>.
    /// </summary>
    /// <value>False.</value>
    public bool LegacyHostsWithoutRegion { get; set; }

    /// <summary>The system account's credential (contract 2.1).</summary>
    public CredentialOptions Credential { get; set; } = new();

    /// <summary>How long to wait, how often to try again and when to stop trying.</summary>
    public ResilienceOptions Resilience { get; set; } = new();

    /// <summary>How much to accept from the platform.</summary>
    public LimitOptions Limits { get; set; } = new();
}
