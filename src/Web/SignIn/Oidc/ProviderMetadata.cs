using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace HeiChartViewer.Web.SignIn.Oidc;

/// <summary>What the provider says of itself: its issuer, its addresses, its keys.</summary>
public sealed class ProviderMetadata(
    IOptionsMonitor<OpenIdConnectOptions> options,
    TimeProvider clock
)
{
    /// <summary>Anybody can show a token with an unknown key, and must not make the viewer ask on and on.</summary>
    private static readonly TimeSpan MostOften = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private OpenIdConnectConfiguration? _newer;
    private DateTimeOffset _askedAt = DateTimeOffset.MinValue;

    /// <summary>What is known; null where the provider does not answer and never did.</summary>
    public Task<OpenIdConnectConfiguration?> FindAsync(CancellationToken cancellation) =>
        AskAsync(Oidc.ConfigurationManager!, cancellation);

    /// <summary>
    /// What the provider says now, for a key that is not among those known: it may have changed them. Null where it does not
    /// answer.
    /// </summary>
    public async Task<OpenIdConnectConfiguration?> FindNewerAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (clock.GetUtcNow() - _askedAt < MostOften)
                return _newer;
            _askedAt = clock.GetUtcNow();
        }
        // A manager of its own: that of the sign-ins answers with what it holds and looks again behind its back.
        var answer = await AskAsync(
            new ConfigurationManager<OpenIdConnectConfiguration>(
                Oidc.MetadataAddress,
                new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever(Oidc.Backchannel)
                {
                    RequireHttps = Oidc.RequireHttpsMetadata,
                }
            ),
            cancellation
        );
        lock (_gate)
            _newer = answer ?? _newer;
        Oidc.ConfigurationManager!.RequestRefresh();
        return answer;
    }

    private OpenIdConnectOptions Oidc => options.Get(OidcRegistration.Scheme);

    private static async Task<OpenIdConnectConfiguration?> AskAsync(
        IConfigurationManager<OpenIdConnectConfiguration> manager,
        CancellationToken cancellation
    )
    {
        try
        {
            return await manager.GetConfigurationAsync(cancellation);
        }
        // What the library throws where the discovery document cannot be had.
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
