using System.Security.Cryptography;
using System.Text;
using HeiChartViewer.Web.Launch.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>Believes an id_token, or says what is wrong with it (control 27; OpenID Connect Core 3.1.3.7).</summary>
internal sealed class IdTokenCheck(SmartKeySets keySets, TimeProvider clock)
{
    private const int LongestSubject = 255;

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
        var token =
            SignedToken.Parse(idToken ?? throw Refused("there is none"))
            ?? throw Refused("not readable");
        if (!Algorithms.Contains(token.Alg))
            throw Refused("algorithm");
        var flaw = await SignedToken.FlawAsync(
            token,
            Expected(launch.Issuer),
            (than, stop) => keySets.FindAsync(launch.Issuer, metadata, than, stop),
            cancellation
        );
        if (flaw is not null)
            throw Refused(flaw);
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

    private TokenValidationParameters Expected(SmartIssuer issuer)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var skew = SignedToken.Skew;
        return new TokenValidationParameters
        {
            ValidAlgorithms = Algorithms,
            TypeValidator = (type, _, _) =>
                type is null || string.Equals(type, "JWT", StringComparison.OrdinalIgnoreCase)
                    ? "JWT"
                    : throw new SecurityTokenInvalidTypeException(),
            IssuerValidator = (named, _, _) =>
                named is not null && SmartAddress.Issuer(named) == issuer.Authority
                    ? named
                    : throw new SecurityTokenInvalidIssuerException(),
            ValidAudience = issuer.ClientId,
            LifetimeValidator = (from, to, _, _) =>
                to is { } end && end + skew > now && (from is null || from <= now + skew),
        };
    }

    private static SmartLaunchException Refused(string flaw) =>
        new(SmartRefusals.IdentityUnproven, $"id_token: {flaw}");
}
