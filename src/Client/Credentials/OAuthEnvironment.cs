namespace HealtheIntent.Client;

/// <summary>
/// Where the vendor issues tokens (contract 2.3). Each environment has two hosts of one realm. A tenant elsewhere, as in
/// Europe, has another address, which the vendor tells it.
/// </summary>
public sealed record OAuthEnvironment
{
    private readonly string _host;
    private readonly string _aliasHost;

    private OAuthEnvironment(string host, string aliasHost) =>
        (_host, _aliasHost) = (host, aliasHost);

    /// <summary>The vendor's production.</summary>
    public static OAuthEnvironment Production { get; } =
        new("oauth-api.cerner.com", "api.cernercare.com");

    /// <summary>The vendor's staging.</summary>
    public static OAuthEnvironment Staging { get; } =
        new("oauth-api.sandboxcerner.com", "api.sandboxcernercare.com");

    /// <summary>The vendor's development.</summary>
    public static OAuthEnvironment Development { get; } =
        new("oauth-api.devcerner.com", "api.devcernercare.com");

    /// <summary>Every environment with a name here.</summary>
    public static IReadOnlyList<OAuthEnvironment> Known { get; } =
    [Production, Staging, Development];

    /// <summary>Where to ask for tokens.</summary>
    public Uri TokenAddress => AddressAt(_host);

    /// <summary>The same under the environment's other host.</summary>
    public Uri AliasTokenAddress => AddressAt(_aliasHost);

    /// <summary>The environment whose realm an address is in; null when it is none of the known ones.</summary>
    public static OAuthEnvironment? Of(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return !address.IsAbsoluteUri
            ? null
            : Known.FirstOrDefault(known =>
                address.Host == known._host || address.Host == known._aliasHost
            );
    }

    /// <summary>The host.</summary>
    public override string ToString() => _host;

    private static Uri AddressAt(string host) => new($"https://{host}/oauth/access");
}
