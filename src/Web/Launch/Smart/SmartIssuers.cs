using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>The EHRs that may launch.</summary>
internal sealed class SmartIssuers(IOptions<SmartLaunchOptions> options, ViewerTenants tenants)
{
    private readonly Dictionary<string, SmartIssuer> _byAddress = options
        .Value.Issuers.Select(issuer => new SmartIssuer(issuer, tenants))
        .ToDictionary(issuer => issuer.Address, StringComparer.Ordinal);

    /// <summary>The EHR that a launch names, or null where it is not one of the configured.</summary>
    public SmartIssuer? Find(string issuer) =>
        _byAddress.GetValueOrDefault(SmartAddress.Issuer(issuer));

    /// <summary>The public keys of the viewer, as a JWK set.</summary>
    public object PublishedKeys() =>
        new
        {
            keys = _byAddress
                .Values.Select(issuer => issuer.ClientKey)
                .OfType<SmartClientKey>()
                .DistinctBy(key => key.Credentials.Key.KeyId)
                .Select(key => key.Published)
                .ToArray(),
        };
}
