using System.Net;
using HealtheIntent.Client;
using HealtheIntent.Client.Credentials.OAuth;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Credentials.OAuth;

public sealed class OAuthProofTests
{
    private readonly TokenService _service = new();

    [Fact]
    public void The_header_is_the_contracts_its_signature_encoded_once_more()
    {
        var token = new OAuthToken
        {
            Terms = new TokenTerms(new ConsumerPair("key", "secret"), null, null),
            AccessorSecret = "accessor secret",
            Value = "ConsumerKey=key&ExpiresOn=1",
            Secret = "token/secret",
            IssuedAt = default,
            ExpiresAt = default,
        };
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://example.com/");

        new OAuthProof(
            token,
            OAuthSignatureMethod.Plaintext,
            new OAuthClock(TimeProvider.System)
        ).Attach(request);

        Assert.Equal(
            "OAuth oauth_version=\"1.0\",oauth_signature_method=\"PLAINTEXT\",oauth_consumer_key=\"key\",oauth_token=\"ConsumerKey%3Dkey%26ExpiresOn%3D1\",oauth_signature=\"accessor%2520secret%26token%252Fsecret\"",
            request.Headers.Authorization!.ToString()
        );
    }

    [Fact]
    public async Task A_call_is_signed_with_the_accessor_secret_and_the_tokens()
    {
        using var client = _service.Client(options =>
            options.Credential.OAuth.SignatureMethod = OAuthSignatureMethod.HmacSha1
        );

        await client.Allergies().AllAsync();

        var accessor = TokenService.Form(Assert.Single(_service.TokenRequests))[
            "oauth_accessor_secret"
        ];
        var call = Assert.Single(_service.Calls);
        var signed = string.Join(
            '&',
            "limit=100",
            $"oauth_consumer_key={TokenService.Key}",
            $"oauth_nonce={TokenService.Parameter(call, "oauth_nonce")}",
            "oauth_signature_method=HMAC-SHA1",
            $"oauth_timestamp={TokenService.Parameter(call, "oauth_timestamp")}",
            "oauth_token=ConsumerKey%3Dk%26ExpiresOn%3D1",
            "oauth_version=1.0"
        );
        Assert.Equal(
            TokenRequestTests.Hash(
                $"{accessor}&token%2Fsecret1",
                $"GET&{Uri.EscapeDataString(Wire.PatientRoot("allergy") + "/allergies")}&{Uri.EscapeDataString(signed)}"
            ),
            Uri.UnescapeDataString(TokenService.Parameter(call, "oauth_signature"))
        );
    }

    [Fact]
    public async Task Each_attempt_has_a_nonce_and_a_signature_of_its_own()
    {
        var number = 0;
        _service.OnCall = _ =>
            ++number < 3
                ? Answer.With(HttpStatusCode.ServiceUnavailable)
                : Answer.Ok(TokenService.Empty);
        using var client = _service.Client(options =>
            options.Credential.OAuth.SignatureMethod = OAuthSignatureMethod.HmacSha1
        );

        await client.Allergies().AllAsync();

        Assert.Equal(3, _service.Calls.Count);
        Assert.Distinct(_service.Calls.Select(call => TokenService.Parameter(call, "oauth_nonce")));
        Assert.Distinct(
            _service.Calls.Select(call => TokenService.Parameter(call, "oauth_signature"))
        );
        Assert.Single(_service.TokenRequests);
    }
}
