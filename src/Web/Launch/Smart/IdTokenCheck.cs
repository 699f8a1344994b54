using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>Believes an id_token, or says what is wrong with it (control 27; OpenID Connect Core 3.1.3.7).</summary>
internal sealed class IdTokenCheck(SmartKeySets keySets, TimeProvider clock)
{
    private const int LongestSubject = 255;

    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);
    private static readonly JsonWebTokenHandler Handler = new();

    /// <summary>Public keys only: with a shared secret in it, the published key would sign (control 5).</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.EcdsaSha384,
    ];

    /// <summary>The user of a launch.</summary>
    /// <exception cref="SmartLaunchException">The token proves nobody.</exception>
    public async Task<SmartIdentity> CheckAsync(
        PendingLaunch launch,
        SmartMetadata metadata,
        string? idToken,
        CancellationToken cancellation
    )
    {
        var token = Parse(idToken ?? throw Refused("there is none"));
        if (!Algorithms.Contains(token.Alg))
            throw Refused("algorithm");
        var (keys, isFresh) = await keySets.FindAsync(launch.Issuer, metadata, cancellation);
        var result = await ValidateAsync(launch.Issuer, token, keys);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException && !isFresh)
        {
            keys = await keySets.AskAsync(launch.Issuer, metadata, cancellation);
            result = await ValidateAsync(launch.Issuer, token, keys);
        }
        if (!result.IsValid)
            throw Refused(Flaw(result.Exception));
        return Read(launch, token);
    }

    private static SmartIdentity Read(PendingLaunch launch, JsonWebToken token)
    {
        if (
            !token.TryGetPayloadValue<string>("nonce", out var nonce)
            || !CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(nonce),
                Encoding.UTF8.GetBytes(launch.Nonce)
            )
        )
            throw Refused("nonce");
        var isForUs = token.TryGetPayloadValue<string>("azp", out var party)
            ? party == launch.Issuer.ClientId
            : token.Audiences.Count() == 1;
        if (!isForUs)
            throw Refused("authorized party");
        if (token.Subject is not { Length: > 0 and <= LongestSubject } subject)
            throw Refused("subject");
        return new SmartIdentity(
            subject,
            token.TryGetPayloadValue<string>("name", out var name)
            && !string.IsNullOrWhiteSpace(name)
                ? name
                : null,
            token.TryGetPayloadValue<string>("fhirUser", out var user) ? user : null
        );
    }

    private async Task<TokenValidationResult> ValidateAsync(
        SmartIssuer issuer,
        JsonWebToken token,
        IList<SecurityKey> keys
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await Handler.ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidAlgorithms = Algorithms,
                TypeValidator = (type, _, _) =>
                    type is null || string.Equals(type, "JWT", StringComparison.OrdinalIgnoreCase)
                        ? "JWT"
                        : throw new SecurityTokenInvalidTypeException(),
                IssuerSigningKeys = keys,
                // A token that names its key is signed by that one or by none.
                TryAllIssuerSigningKeys = string.IsNullOrEmpty(token.Kid),
                // The library keeps providers by key id, and an EHR may change a key under its id.
                CryptoProviderFactory = new CryptoProviderFactory
                {
                    CacheSignatureProviders = false,
                },
                IssuerValidator = (named, _, _) =>
                    named is not null && SmartAddress.Issuer(named) == issuer.Authority
                        ? named
                        : throw new SecurityTokenInvalidIssuerException(),
                ValidAudience = issuer.ClientId,
                LifetimeValidator = (from, to, _, _) =>
                    to is { } end && end + Skew > now && (from is null || from <= now + Skew),
            }
        );
    }

    private static JsonWebToken Parse(string text)
    {
        try
        {
            return new JsonWebToken(text);
        }
        catch (Exception error) when (error is ArgumentException or SecurityTokenException)
        {
            throw Refused("not readable");
        }
    }

    private static string Flaw(Exception error) =>
        error switch
        {
            SecurityTokenInvalidAudienceException => "audience",
            SecurityTokenInvalidIssuerException => "issuer",
            SecurityTokenInvalidLifetimeException => "lifetime",
            SecurityTokenInvalidTypeException => "type",
            SecurityTokenSignatureKeyNotFoundException => "unknown key",
            SecurityTokenInvalidSignatureException => "signature",
            _ => "not valid",
        };

    private static SmartLaunchException Refused(string flaw) =>
        new(SmartRefusals.IdentityUnproven, $"id_token: {flaw}");
}
