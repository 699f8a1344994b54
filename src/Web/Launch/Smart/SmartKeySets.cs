using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>The keys that the EHRs sign their id_tokens with.</summary>
internal sealed class SmartKeySets(SmartBackchannel backchannel, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<SmartIssuer, Known> _known = new();

    /// <summary>The keys, at most an hour old, and whether they were asked for just now.</summary>
    /// <exception cref="SmartLaunchException">They cannot be had.</exception>
    public async Task<(IList<SecurityKey> Keys, bool IsFresh)> FindAsync(
        SmartIssuer issuer,
        SmartMetadata metadata,
        CancellationToken cancellation
    ) =>
        _known.TryGetValue(issuer, out var known) && known.Until > clock.GetUtcNow()
            ? (known.Keys, false)
            : (await AskAsync(issuer, metadata, cancellation), true);

    /// <summary>Asks for the keys, whatever is known: the EHR may have changed them.</summary>
    /// <exception cref="SmartLaunchException">They cannot be had.</exception>
    public async Task<IList<SecurityKey>> AskAsync(
        SmartIssuer issuer,
        SmartMetadata metadata,
        CancellationToken cancellation
    )
    {
        var answer = await backchannel.GetAsync(
            issuer,
            metadata.KeySet,
            accessToken: null,
            cancellation
        );
        var keys = Read(answer.Read("jwks").GetRawText());
        _known[issuer] = new Known(keys, clock.GetUtcNow() + Kept);
        return keys;
    }

    private static IList<SecurityKey> Read(string json)
    {
        try
        {
            return new JsonWebKeySet(json).GetSigningKeys();
        }
        catch (ArgumentException)
        {
            throw new SmartLaunchException(SmartRefusals.ServerUnavailable, "jwks: not a key set");
        }
    }

    private sealed record Known(IList<SecurityKey> Keys, DateTimeOffset Until);
}
