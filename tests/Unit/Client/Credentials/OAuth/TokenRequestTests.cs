using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Credentials.OAuth;

public sealed class TokenRequestTests
{
    private readonly TokenService _service = new();

    [Fact]
    public async Task In_plaintext_the_form_is_the_contracts_and_the_signature_is_encoded_twice()
    {
        using var client = _service.Client();

        await client.Allergies().AllAsync();

        var request = Assert.Single(_service.TokenRequests);
        Assert.Equal(HttpMethod.Post, request.Method);
        Assert.Equal("https://oauth-api.cerner.com/oauth/access", request.Address.AbsoluteUri);
        Assert.Equal(
            "application/x-www-form-urlencoded; charset=UTF-8",
            request.Headers["Content-Type"]
        );
        Assert.Equal("application/x-www-form-urlencoded", request.Headers["Accept"]);
        Assert.False(request.Headers.ContainsKey("Authorization"));
        var accessor = TokenService.Form(request)["oauth_accessor_secret"];
        Assert.Equal(
            $"oauth_consumer_key={TokenService.Key}&oauth_signature_method=PLAINTEXT&oauth_version=1.0&oauth_accessor_secret={accessor}&oauth_signature=consumer%2526secret%252F1%26",
            request.Body
        );
        Assert.Equal(64, accessor.Length);
    }

    [Fact]
    public async Task With_a_keyed_hash_everything_the_form_holds_is_signed()
    {
        using var client = _service.Client(options =>
        {
            options.Credential.OAuth.SignatureMethod = OAuthSignatureMethod.HmacSha1;
            options.Credential.OAuth.Principal = "Müller & co";
        });

        await client.Allergies().AllAsync();

        var form = TokenService.Form(Assert.Single(_service.TokenRequests));
        Assert.Equal(
            _service.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            form["oauth_timestamp"]
        );
        var signed =
            $"oauth_accessor_secret={form["oauth_accessor_secret"]}&oauth_consumer_key={TokenService.Key}&oauth_nonce={form["oauth_nonce"]}&oauth_signature_method=HMAC-SHA1&oauth_timestamp={form["oauth_timestamp"]}&oauth_version=1.0&xoauth_principal=M%C3%BCller%20%26%20co";
        Assert.Equal(
            Hash(
                "consumer%26secret%2F1&",
                "POST&https%3A%2F%2Foauth-api.cerner.com%2Foauth%2Faccess&"
                    + Uri.EscapeDataString(signed)
            ),
            form["oauth_signature"]
        );
    }

    [Fact]
    public async Task Each_token_has_an_accessor_secret_of_its_own()
    {
        using var client = _service.Client();

        await client.Allergies().AllAsync();
        _service.Time.Advance(TimeSpan.FromHours(1));
        await client.Allergies().AllAsync();

        Assert.Distinct(
            _service.TokenRequests.Select(request =>
                TokenService.Form(request)["oauth_accessor_secret"]
            )
        );
        Assert.Equal(2, _service.TokenRequests.Count);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_set_by_the_services_own_once()
    {
        var serverTime = _service.Time.GetUtcNow().AddMinutes(-17);
        _service.OnToken = (request, number, _) =>
        {
            if (
                TokenService.Form(request)["oauth_timestamp"]
                == serverTime.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
            )
                return Task.FromResult(TokenService.Issue(number));
            var refusal = TokenService.Refuse(
                HttpStatusCode.BadRequest,
                "OAuth realm=\"https://oauth-api.cerner.com\", oauth_problem=\"timestamp_refused\""
            );
            refusal.Headers.Date = serverTime;
            return Task.FromResult(refusal);
        };
        using var client = _service.Client(options =>
            options.Credential.OAuth.SignatureMethod = OAuthSignatureMethod.HmacSha1
        );

        await client.Allergies().AllAsync();

        Assert.Equal(2, _service.TokenRequests.Count);
        // The calls are signed by the same clock.
        Assert.Equal(
            serverTime.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            TokenService.Parameter(Assert.Single(_service.Calls), "oauth_timestamp")
        );
    }

    [Theory]
    [InlineData(OAuthSignatureMethod.HmacSha1, true, 2)]
    [InlineData(OAuthSignatureMethod.HmacSha1, false, 1)]
    [InlineData(OAuthSignatureMethod.Plaintext, true, 1)]
    public async Task A_clock_is_set_no_second_time_and_only_where_a_timestamp_was_sent(
        OAuthSignatureMethod method,
        bool saysTime,
        int requests
    )
    {
        _service.OnToken = (_, _, _) =>
        {
            var refusal = TokenService.Refuse(
                HttpStatusCode.BadRequest,
                "OAuth oauth_problem=timestamp_refused"
            );
            if (saysTime)
                refusal.Headers.Date = _service.Time.GetUtcNow().AddHours(1);
            return Task.FromResult(refusal);
        };
        using var client = _service.Client(options =>
            options.Credential.OAuth.SignatureMethod = method
        );

        var error = await Assert.ThrowsAsync<UnauthorizedException>(() =>
            client.Allergies().AllAsync()
        );

        Assert.Equal("timestamp_refused", error.Problem?.Code);
        Assert.Equal(requests, _service.TokenRequests.Count);
    }

    internal static string Hash(string key, string text) =>
        Convert.ToBase64String(
#pragma warning disable CA5350 // The platform's own method (contract 2.3).
            HMACSHA1.HashData(Encoding.ASCII.GetBytes(key), Encoding.ASCII.GetBytes(text))
#pragma warning restore CA5350
        );
}
