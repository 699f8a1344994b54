namespace HealtheIntent.Client;

/// <summary>
/// The one place that knows where an API is, in both generations of addresses (contract 1.1, 1.2), and so which hosts may
/// have the credential.
/// </summary>
public sealed class EndpointResolver
{
    private readonly Uri _root;
    private readonly Dictionary<string, Uri> _legacyRoots;

    /// <summary>The tenant's host, by which the instruments name it.</summary>
    internal string Host => _root.Host;

    /// <summary>
    /// Resolves to the tenant's own hosts: <c>https://{tenant}.api.{region}.healtheintent.com/</c>, and for a legacy
    /// solution <c>https://{tenant}.{solution}.{region}.healtheintent.com/api/</c>.
    /// </summary>
    /// <param name="tenant">The tenant's mnemonic.</param>
    /// <param name="region">The tenant's region.</param>
    /// <param name="legacyWithoutRegion">Whether the legacy hosts have the older form, without the region.</param>
    /// <exception cref="ArgumentException">The tenant cannot be part of a host name.</exception>
    public EndpointResolver(string tenant, Region region, bool legacyWithoutRegion = false)
    {
        ArgumentNullException.ThrowIfNull(region);
        if (!HostLabel.IsValid(tenant))
            throw new ArgumentException(
                "A tenant is letters, digits and inner hyphens.",
                nameof(tenant)
            );
        var label = tenant.ToLowerInvariant();
        _root = new Uri($"https://{label}.api.{region.Id}.healtheintent.com/");
        var place = legacyWithoutRegion ? "" : $".{region.Id}";
        _legacyRoots = LegacySolution.Known.ToDictionary(
            solution => solution,
            solution => new Uri($"https://{label}.{solution}{place}.healtheintent.com/api/"),
            StringComparer.Ordinal
        );
    }

    /// <summary>
    /// Resolves to another address, a gateway or a sandbox: <c>{base}/{api}/{version}/</c>, and for a legacy solution
    /// <c>{base}/legacy/{solution}/api/</c>.
    /// </summary>
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
        _legacyRoots = LegacySolution.Known.ToDictionary(
            solution => solution,
            solution => new Uri(_root, $"legacy/{solution}/api/"),
            StringComparer.Ordinal
        );
    }

    /// <summary>The address of one version of an API, with a slash at its end.</summary>
    public Uri Resolve(string api, string version = "v1")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(api);
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        return new Uri(_root, $"{Uri.EscapeDataString(api)}/{Uri.EscapeDataString(version)}/");
    }

    /// <summary>The address of a legacy solution's API, with a slash at its end.</summary>
    /// <param name="solution">One of <see cref="LegacySolution.Known"/>.</param>
    /// <exception cref="ArgumentException">The solution is not a known one: its host gets no credential.</exception>
    public Uri ResolveLegacy(string solution)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(solution);
        return _legacyRoots.TryGetValue(solution, out var root)
            ? root
            : throw new ArgumentException(
                $"A legacy solution is one of: {string.Join(", ", LegacySolution.Known)}.",
                nameof(solution)
            );
    }

    /// <summary>Whether the platform may be asked, and trusted with a credential, at that address.</summary>
    internal bool Allows(Uri address) =>
        address.IsAbsoluteUri
        && IsSecure(address)
        && (
            IsAtHostOf(_root, address) || _legacyRoots.Values.Any(root => IsAtHostOf(root, address))
        );

    internal static EndpointResolver From(HealtheIntentOptions options) =>
        options.BaseAddress is { } baseAddress
            ? new EndpointResolver(baseAddress)
            : new EndpointResolver(
                options.Tenant ?? "",
                new Region(options.Region ?? ""),
                options.LegacyHostsWithoutRegion
            );

    internal static bool IsAcceptable(Uri? address) =>
        address is { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "" }
        && IsSecure(address);

    private static bool IsAtHostOf(Uri root, Uri address) =>
        Uri.Compare(
            address,
            root,
            UriComponents.SchemeAndServer,
            UriFormat.SafeUnescaped,
            StringComparison.OrdinalIgnoreCase
        ) == 0;

    private static bool IsSecure(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps
        || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
