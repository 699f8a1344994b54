using System.Globalization;
using System.Net.Http.Headers;

namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>Signs an API call with a token (contract 2.3). The header is made anew for each attempt.</summary>
internal sealed class OAuthProof(OAuthToken token, OAuthSignatureMethod method, OAuthClock clock)
    : IProof
{
    public OAuthToken Token => token;

    public void Attach(HttpRequestMessage request)
    {
        var parameters = new List<OAuthParameter>
        {
            OAuthParameter.Of("oauth_version", "1.0"),
            OAuthParameter.Of("oauth_signature_method", Signature.NameOf(method)),
            OAuthParameter.Of("oauth_consumer_key", token.Terms.Consumer.Key),
            OAuthParameter.Of("oauth_token", token.Value),
        };
        if (method is OAuthSignatureMethod.HmacSha1)
        {
            parameters.Add(
                OAuthParameter.Of(
                    "oauth_timestamp",
                    clock.Seconds.ToString(CultureInfo.InvariantCulture)
                )
            );
            parameters.Add(OAuthParameter.Of("oauth_nonce", Signature.CreateNonce()));
        }
        var signature = Signature.Of(
            method,
            request.Method,
            request.RequestUri!,
            parameters,
            token.AccessorSecret,
            token.Secret
        );
        parameters.Add(OAuthParameter.Of("oauth_signature", signature));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "OAuth",
            string.Join(
                ',',
                parameters.Select(parameter =>
                    $"{parameter.EncodedName}=\"{parameter.EncodedValue}\""
                )
            )
        );
    }
}
