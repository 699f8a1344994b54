using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Web.Launch.Tokens;

/// <summary>What all tokens have in common that another party signs: reading, the signature, the words for a flaw.</summary>
internal static class SignedToken
{
    /// <summary>How far two clocks may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    private static readonly JsonWebTokenHandler Handler = new();

    /// <summary>Finds keys; given those that did not do, newer ones, or the same where there are none.</summary>
    public delegate Task<IReadOnlyList<SecurityKey>> KeyFinder(
        IReadOnlyList<SecurityKey>? than,
        CancellationToken cancellation
    );

    /// <summary>The token of a text, not yet believed; null where it is none.</summary>
    public static JsonWebToken? Parse(string text)
    {
        try
        {
            return new JsonWebToken(text);
        }
        catch (Exception error) when (error is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    /// <summary>What is wrong with a token, for the audit log; null where it is as it must be.</summary>
    /// <param name="token">The token.</param>
    /// <param name="expected">What it must be, but for the keys.</param>
    /// <param name="find">Finds its signer's keys.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<string?> FlawAsync(
        JsonWebToken token,
        TokenValidationParameters expected,
        KeyFinder find,
        CancellationToken cancellation
    )
    {
        // A token that names its key is signed by that one or by none.
        expected.TryAllIssuerSigningKeys = string.IsNullOrEmpty(token.Kid);
        // The library keeps providers by key id, and a signer may change a key under its id.
        expected.CryptoProviderFactory = new CryptoProviderFactory
        {
            CacheSignatureProviders = false,
        };
        var keys = await find(null, cancellation);
        expected.IssuerSigningKeys = keys;
        var result = await Handler.ValidateTokenAsync(token, expected);
        if (
            result.Exception is SecurityTokenSignatureKeyNotFoundException
            && await find(keys, cancellation) is var newer
            && newer != keys
        )
        {
            expected.IssuerSigningKeys = newer;
            result = await Handler.ValidateTokenAsync(token, expected);
        }
        return result.IsValid ? null : Words(result.Exception);
    }

    private static string Words(Exception error) =>
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
}
