using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>
/// Asks for a token (contract 2.3), a new one or one in place of another. Each request has a timestamp and a nonce of its
/// own, and each authorization an accessor secret.
/// </summary>
internal sealed class TokenRequest(
    OAuthOptions options,
    ConsumerPair consumer,
    OAuthToken? renewed,
    OAuthClock clock
)
{
    private const string Form = "application/x-www-form-urlencoded";

    private static readonly ApiOperation Operation = new(
        "oauth.token",
        "oauth",
        HttpMethod.Post,
        "{tokenAddress}"
    );

    /// <summary>The caller's half of the signatures that will be made with the token; the platform's own extension.</summary>
    public string AccessorSecret { get; } =
        renewed?.AccessorSecret ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <exception cref="UntrustedAddressException">The address of the token service could leak the secret.</exception>
    public HttpRequestMessage Create()
    {
        if (options.TokenAddress is not { } address || !EndpointResolver.IsAcceptable(address))
            throw new UntrustedAddressException();
        var parameters = Parameters();
        parameters.Add(
            OAuthParameter.Of(
                "oauth_signature",
                Signature.Of(
                    options.SignatureMethod,
                    HttpMethod.Post,
                    address,
                    parameters,
                    consumer.Secret,
                    renewed?.Secret ?? ""
                )
            )
        );
        var form = string.Join(
            '&',
            parameters.Select(parameter => $"{parameter.EncodedName}={parameter.EncodedValue}")
        );
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(Encoding.ASCII.GetBytes(form))
            {
                Headers = { ContentType = new MediaTypeHeaderValue(Form) { CharSet = "UTF-8" } },
            },
        };
        Operation.Attach(request);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(Form));
        request.Headers.TryAddWithoutValidation(CorrelationId.Header, CorrelationId.Create());
        return request;
    }

    private List<OAuthParameter> Parameters()
    {
        var parameters = new List<OAuthParameter>
        {
            OAuthParameter.Of("oauth_consumer_key", consumer.Key),
            OAuthParameter.Of("oauth_signature_method", Signature.NameOf(options.SignatureMethod)),
            OAuthParameter.Of("oauth_version", "1.0"),
            OAuthParameter.Of("oauth_accessor_secret", AccessorSecret),
        };
        if (options.SignatureMethod is OAuthSignatureMethod.HmacSha1)
        {
            parameters.Add(
                OAuthParameter.Of(
                    "oauth_timestamp",
                    clock.Seconds.ToString(CultureInfo.InvariantCulture)
                )
            );
            parameters.Add(OAuthParameter.Of("oauth_nonce", Signature.CreateNonce()));
        }
        if (renewed is not null)
            parameters.AddRange(OAuthSession.Renewing(renewed));
        if (options.Principal is { Length: > 0 } principal)
            parameters.Add(OAuthParameter.Of("xoauth_principal", principal));
        return parameters;
    }
}
