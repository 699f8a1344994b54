using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Sandbox.Smart;

/// <summary>Which app speaks to the token endpoint: it must prove it as it was registered to, and in no other way.</summary>
internal sealed class ClientAuthentication(
    SmartClients clients,
    SmartStores stores,
    SmartAddresses addresses,
    HttpClient keys
)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly TimeSpan LongestAssertion = TimeSpan.FromMinutes(5);
    private static readonly JsonWebTokenHandler Handler = new();

    public async Task<SmartClientOptions?> AuthenticateAsync(HttpContext http, IFormCollection form)
    {
        var basic = Basic(http.Request.Headers.Authorization);
        var assertion = Single(form, "client_assertion");
        var secret = Single(form, "client_secret");
        var ways = (basic is null ? 0 : 1) + (assertion is null ? 0 : 1) + (secret is null ? 0 : 1);
        if (ways > 1)
            return null;
        var id = basic?.Id ?? (assertion is null ? Single(form, "client_id") : IssuerOf(assertion));
        if (clients.Find(id) is not { } client)
            return null;
        if (Single(form, "client_id") is { } named && named != client.Id)
            return null;
        var isProven = client.Kind switch
        {
            SmartClientKind.Public => ways == 0,
            SmartClientKind.Symmetric => (basic?.Secret ?? secret) is { } given
                && CryptographicOperations.FixedTimeEquals(
                    Encoding.UTF8.GetBytes(given),
                    Encoding.UTF8.GetBytes(client.Secret!)
                ),
            _ => assertion is not null
                && Single(form, "client_assertion_type") == AssertionType
                && await IsProvenAsync(client, assertion, http.RequestAborted),
        };
        return isProven ? client : null;
    }

    /// <summary>The one value of a field; null when it is absent, empty or doubled.</summary>
    public static string? Single(IFormCollection form, string name) =>
        form[name] is [{ Length: > 0 } value] ? value : null;

    private async Task<bool> IsProvenAsync(
        SmartClientOptions client,
        string assertion,
        CancellationToken cancellation
    )
    {
        if (await KeysAsync(client, cancellation) is not { } set)
            return false;
        var now = stores.Now;
        var result = await Handler.ValidateTokenAsync(
            assertion,
            new TokenValidationParameters
            {
                ValidIssuer = client.Id,
                ValidAudience = addresses.Token,
                ValidAlgorithms = [SecurityAlgorithms.RsaSha384, SecurityAlgorithms.EcdsaSha384],
                IssuerSigningKeys = set.GetSigningKeys(),
                CryptoProviderFactory = new CryptoProviderFactory
                {
                    CacheSignatureProviders = false,
                },
                LifetimeValidator = (from, to, _, _) =>
                    to is { } end
                    && end > now.UtcDateTime
                    && end <= (now + LongestAssertion).UtcDateTime
                    && (from is null || from <= now.UtcDateTime),
            }
        );
        return result.IsValid
            && result.SecurityToken is JsonWebToken { Id: { Length: > 0 } jti } token
            && token.Subject == client.Id
            && stores.AssertionIds.TryAdd(
                $"{client.Id} {jti}",
                jti,
                new DateTimeOffset(token.ValidTo, TimeSpan.Zero)
            );
    }

    private async Task<JsonWebKeySet?> KeysAsync(
        SmartClientOptions client,
        CancellationToken cancellation
    )
    {
        try
        {
            return new JsonWebKeySet(
                client.Jwks ?? await keys.GetStringAsync(clients.JwksUri(client), cancellation)
            );
        }
        catch (Exception error)
            when (error is HttpRequestException or TaskCanceledException or ArgumentException)
        {
            return null;
        }
    }

    private static string? IssuerOf(string assertion) =>
        Handler.CanReadToken(assertion) && TryRead(assertion) is { } token ? token.Issuer : null;

    private static JsonWebToken? TryRead(string assertion)
    {
        try
        {
            return new JsonWebToken(assertion);
        }
        catch (Exception error) when (error is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private static (string Id, string Secret)? Basic(string? header)
    {
        const string Scheme = "Basic ";
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        Span<byte> bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var length))
            return ("", "");
        var pair = Encoding.UTF8.GetString(bytes[..length]).Split(':', 2);
        return pair is [var id, var secret]
            ? (Uri.UnescapeDataString(id), Uri.UnescapeDataString(secret))
            : ("", "");
    }
}
