namespace HealtheIntent.Client;

/// <summary>The one place that knows where an API is (contract 1.1).</summary>
public sealed class EndpointResolver
{
    private readonly Uri _root;

    /// <summary>Resolves to the tenant's own host, <c>https://{tenant}.api.{region}.healtheintent.com/</c>.</summary>
    /// <exception cref="ArgumentException">The tenant cannot be part of a host name.</exception>
    public EndpointResolver(string tenant, Region region)
    {
        if (!HostLabel.IsValid(tenant))
            throw new ArgumentException(
                "A tenant is letters, digits and inner hyphens.",
                nameof(tenant)
            );
        _root = new Uri($"https://{tenant.ToLowerInvariant()}.api.{region.Id}.healtheintent.com/");
    }

    /// <summary>Resolves to another address: a gateway or a sandbox.</summary>
    /// <exception cref="ArgumentException">The address is neither https nor http on the machine itself.</exception>
    public EndpointResolver(Uri baseAddress)
    {
        if (!IsAcceptable(baseAddress))
            throw new ArgumentException(
                "A base address is absolute, https (or http on the machine itself), without user, query and fragment.",
                nameof(baseAddress)
            );
        _root = baseAddress.AbsolutePath.EndsWith('/')
            ? baseAddress
            : new Uri(baseAddress.AbsoluteUri + "/");
    }

    /// <summary>The address of one version of an API, with a slash at its end.</summary>
    public Uri Resolve(string api, string version = "v1")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(api);
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        return new Uri(_root, $"{Uri.EscapeDataString(api)}/{Uri.EscapeDataString(version)}/");
    }

    /// <summary>Whether the platform may be asked, and trusted with a credential, at that address.</summary>
    internal bool Allows(Uri address) =>
        address.IsAbsoluteUri
        && IsSecure(address)
        && Uri.Compare(
            address,
            _root,
            UriComponents.SchemeAndServer,
            UriFormat.SafeUnescaped,
            StringComparison.OrdinalIgnoreCase
        ) == 0;

    internal static EndpointResolver From(HealtheIntentOptions options) =>
        options.BaseAddress is { } baseAddress
            ? new EndpointResolver(baseAddress)
            : new EndpointResolver(options.Tenant ?? "", new Region(options.Region ?? ""));

    internal static bool IsAcceptable(Uri? address) =>
        address is { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "" }
        && IsSecure(address);

    private static bool IsSecure(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps
        || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
