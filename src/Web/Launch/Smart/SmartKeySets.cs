using HeiChartViewer.Web.Launch.Tokens;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>The keys that the EHRs sign their id_tokens with.</summary>
internal sealed class SmartKeySets(SmartBackchannel backchannel, KeySets keys)
{
    /// <summary>The keys of an EHR, or newer ones than those that did not do.</summary>
    /// <exception cref="SmartLaunchException">They cannot be had.</exception>
    public async Task<IReadOnlyList<SecurityKey>> FindAsync(
        SmartIssuer issuer,
        SmartMetadata metadata,
        IReadOnlyList<SecurityKey>? than,
        CancellationToken cancellation
    )
    {
        try
        {
            return await keys.FindAsync(
                $"{issuer.Address} {metadata.KeySet.AbsoluteUri}",
                than,
                () => AskAsync(issuer, metadata.KeySet),
                cancellation
            );
        }
        catch (KeysUnavailableException error)
        {
            throw new SmartLaunchException(
                SmartRefusals.ServerUnavailable,
                $"jwks: {error.Message}"
            );
        }
    }

    private async Task<string> AskAsync(SmartIssuer issuer, Uri address)
    {
        try
        {
            var answer = await backchannel.GetAsync(
                issuer,
                address,
                accessToken: null,
                CancellationToken.None
            );
            return answer.Read("answer").GetRawText();
        }
        catch (SmartLaunchException error)
        {
            throw new KeysUnavailableException(error.Detail);
        }
    }
}
