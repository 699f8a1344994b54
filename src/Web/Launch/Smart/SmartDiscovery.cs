using System.Collections.Concurrent;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>Finds out where the parts of an EHR's authorization server are.</summary>
internal sealed class SmartDiscovery(SmartBackchannel backchannel, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<SmartIssuer, Known> _known = new();

    /// <summary>The metadata, at most ten minutes old.</summary>
    /// <exception cref="SmartLaunchException">It cannot be had, or not be trusted.</exception>
    public async Task<SmartMetadata> FindAsync(SmartIssuer issuer, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(issuer, out var known) && known.Until > now)
            return known.Metadata;
        var smart = await AskAsync(issuer, issuer.Address, "smart-configuration", cancellation);
        var metadata = SmartMetadata.Read(
            issuer,
            smart,
            SmartMetadata.IsIncomplete(smart)
                ? await AskAsync(issuer, issuer.Authority, "openid-configuration", cancellation)
                : null
        );
        _known[issuer] = new Known(metadata, now + Kept);
        return metadata;
    }

    private async Task<System.Text.Json.JsonElement> AskAsync(
        SmartIssuer issuer,
        string address,
        string document,
        CancellationToken cancellation
    )
    {
        var uri = new Uri($"{address}/.well-known/{document}");
        return (await backchannel.GetAsync(issuer, uri, accessToken: null, cancellation)).Read(
            document
        );
    }

    private sealed record Known(SmartMetadata Metadata, DateTimeOffset Until);
}
