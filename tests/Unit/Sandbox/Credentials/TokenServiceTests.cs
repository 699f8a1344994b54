using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Credentials;

/// <summary>Contract 2.3: the token request.</summary>
public sealed class TokenServiceTests(ClockedHost host) : IClassFixture<ClockedHost>, IAsyncLifetime
{
    public Task InitializeAsync() => host.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_request_of_the_cerner_oauth1a_gem_by_PLAINTEXT_gets_the_answer_of_the_contract()
    {
        // Byte for byte, for the clock of this test.
        const string body =
            "oauth_consumer_key=0f3b6c1e-2a4d-4e8f-9b7a-5c6d7e8f9a01&oauth_signature_method=PLAINTEXT&oauth_version=1.0"
            + "&oauth_timestamp=1795417200&oauth_nonce=7d8f3e4a1b2c5d6e7f8091a2b3c4d5e6&oauth_signature=sandbox-consumer-secret%26"
            + "&oauth_accessor_secret=b1a7c6d5-0e4f-4a3b-8c2d-9e1f0a7b6c5d";
        using var answer = await PostAsync(body);
        var text = await answer.Content.ReadAsStringAsync();
        var token = await ClockedHost.ReadAsync(answer);

        Assert.Equal(
            "application/x-www-form-urlencoded",
            answer.Content.Headers.ContentType!.MediaType
        );
        Assert.Equal(
            [
                "oauth_token",
                "oauth_token_secret",
                "oauth_session_handle",
                "oauth_expires_in",
                "oauth_authorization_expires_in",
            ],
            text.Split('&').Select(pair => pair.Split('=')[0])
        );
        Assert.Equal("3600", token["oauth_expires_in"]);
        Assert.Equal("86400", token["oauth_authorization_expires_in"]);
        Assert.Matches(
            "^ConsumerKey=0f3b6c1e-2a4d-4e8f-9b7a-5c6d7e8f9a01&ExpiresOn=1795420800&HMACSecrets=[-_A-Za-z0-9]+&KeysVersion=[-0-9a-f]{36}&RSASHA1=[-_A-Za-z0-9]+$",
            token["oauth_token"]
        );
        Assert.Equal(
            200,
            await host.StatusAsync(
                ClockedHost.PlainHeader(token, "b1a7c6d5-0e4f-4a3b-8c2d-9e1f0a7b6c5d")
            )
        );
    }

    // Signatures computed apart from this program, over http://oauth.example.org/oauth/access.
    [Theory]
    [InlineData(
        "oauth_consumer_key=0f3b6c1e-2a4d-4e8f-9b7a-5c6d7e8f9a01&oauth_signature_method=HMAC-SHA1&oauth_version=1.0&oauth_timestamp=1795417200&oauth_nonce=7d8f3e4a1b2c5d6e7f8091a2b3c4d5e6&oauth_accessor_secret=b1a7c6d5-0e4f-4a3b-8c2d-9e1f0a7b6c5d",
        "9RYvD06j38EtH2hVNLn35sEpgBw="
    )]
    [InlineData(
        "oauth_consumer_key=0f3b6c1e-2a4d-4e8f-9b7a-5c6d7e8f9a01&oauth_signature_method=HMAC-SHA1&oauth_version=1.0&oauth_timestamp=1795417200&oauth_nonce=n2&xoauth_principal=M%C3%BCller+%26+S%C3%B6hne",
        "qcER26k/n+7qXil9DuSeLZ2yGPg="
    )]
    public async Task The_request_by_HMAC_SHA1_is_verified_from_fixed_vectors(
        string form,
        string signature
    )
    {
        using var answer = await PostAsync(
            $"{form}&oauth_signature={Rfc5849.Encode(signature)}",
            "oauth.example.org"
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        using var otherHost = await PostAsync(
            $"{form}&oauth_signature={Rfc5849.Encode(signature)}",
            "other.example.org"
        );
        Assert.Equal("signature_invalid", Problem(otherHost));
    }

    [Theory]
    [InlineData("body")]
    [InlineData("query")]
    [InlineData("header")]
    public async Task The_parameters_may_be_in_body_query_or_header(string where)
    {
        List<(string Name, string Value)> parameters =
        [
            ("oauth_consumer_key", ClockedHost.Key),
            ("oauth_signature_method", "HMAC-SHA1"),
            ("oauth_timestamp", host.Now),
            ("oauth_nonce", host.Nonce()),
        ];
        parameters.Add(
            (
                "oauth_signature",
                Rfc5849.HmacSha1(
                    "POST",
                    new Uri(host.Server.BaseAddress, "/oauth/access").ToString(),
                    parameters,
                    ClockedHost.Secret,
                    ""
                )
            )
        );
        var query = string.Join('&', parameters.Select(p => $"{p.Name}={Rfc5849.Encode(p.Value)}"));
        using var answer = where switch
        {
            "body" => await host.AskAsync(parameters),
            "query" => await host.Http.PostAsync($"/oauth/access?{query}", null),
            _ => await host.CallAsync(
                ClockedHost.Header([("realm", "http://localhost"), .. parameters]),
                "/oauth/access",
                HttpMethod.Post
            ),
        };
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_principal_travels_inside_the_token()
    {
        using var answer = await host.AskAsync([
            .. host.PlainRequest(),
            ("xoauth_principal", "nurse one"),
        ]);
        // Before the signature, which it is signed by.
        Assert.Contains(
            "&Consumer.Principal=nurse%20one&",
            (await ClockedHost.ReadAsync(answer))["oauth_token"],
            StringComparison.Ordinal
        );
    }

    public static TheoryData<string, string, string?, int, string> Wrongs =>
        new()
        {
            {
                "parameter_absent",
                "oauth_consumer_key",
                null,
                400,
                "oauth_parameters_absent=\"oauth_consumer_key\""
            },
            {
                "parameter_absent",
                "oauth_signature",
                null,
                400,
                "oauth_parameters_absent=\"oauth_signature\""
            },
            {
                "parameter_rejected",
                "oauth_timestamp",
                "soon",
                400,
                "oauth_parameters_rejected=\"oauth_timestamp\""
            },
            { "signature_method_rejected", "oauth_signature_method", "RSA-SHA1", 400, "" },
            {
                "timestamp_refused",
                "oauth_timestamp",
                "1795416899",
                400,
                "oauth_acceptable_timestamps=\"1795416900-1795417500\""
            },
            {
                "timestamp_refused",
                "oauth_timestamp",
                "1795417501",
                400,
                "oauth_acceptable_timestamps"
            },
            { "verifier_invalid", "oauth_verifier", "v", 400, "" },
            {
                "version_rejected",
                "oauth_version",
                "2.0",
                400,
                "oauth_acceptable_versions=\"1.0-1.0\""
            },
            { "consumer_key_unknown", "oauth_consumer_key", "stranger", 401, "" },
            { "signature_invalid", "oauth_signature", "wrong&", 401, "" },
            { "signature_invalid", "oauth_signature", "sandbox-consumer-secret", 401, "" },
        };

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task What_is_wrong_is_named_as_an_oauth_problem(
        string problem,
        string name,
        string? value,
        int status,
        string detail
    )
    {
        var form = host.PlainRequest();
        form.RemoveAll(parameter => parameter.Name == name);
        if (value is not null)
            form.Add((name, value));
        using var answer = await host.AskAsync(form);

        Assert.Equal(problem, Problem(answer));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(detail, Challenge(answer), StringComparison.Ordinal);
        Assert.StartsWith(
            $"OAuth realm=\"{host.Server.BaseAddress.GetLeftPart(UriPartial.Authority)}\", ",
            Challenge(answer),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task HMAC_SHA1_needs_timestamp_and_nonce_and_names_both()
    {
        using var answer = await PostAsync(
            $"oauth_consumer_key={ClockedHost.Key}&oauth_signature_method=HMAC-SHA1&oauth_signature=x"
        );
        Assert.Equal("parameter_absent", Problem(answer));
        Assert.Contains(
            "oauth_parameters_absent=\"oauth_nonce%26oauth_timestamp\"",
            Challenge(answer),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_doubled_parameter_is_rejected_by_name()
    {
        using var answer = await PostAsync(
            $"oauth_consumer_key={ClockedHost.Key}&oauth_consumer_key={ClockedHost.Key}&oauth_signature_method=PLAINTEXT&oauth_signature=x"
        );
        Assert.Equal("parameter_rejected", Problem(answer));
        Assert.Contains("oauth_consumer_key", Challenge(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nonce_is_good_once()
    {
        var form = host.PlainRequest();
        using (var first = await host.AskAsync(form))
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using var again = await host.AskAsync(form);
        Assert.Equal("nonce_used", Problem(again));
    }

    [Fact]
    public async Task A_refused_request_does_not_use_its_nonce_up()
    {
        var form = host.PlainRequest();
        var forged = form.Select(p => p.Name == "oauth_signature" ? (p.Name, "forged") : p);
        using (var refused = await host.AskAsync(forged))
            Assert.Equal("signature_invalid", Problem(refused));
        using var answer = await host.AskAsync(form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("additional_authorization_required", 400)]
    [InlineData("parameter_absent", 400)]
    [InlineData("parameter_rejected", 400)]
    [InlineData("signature_method_rejected", 400)]
    [InlineData("timestamp_refused", 400)]
    [InlineData("verifier_invalid", 400)]
    [InlineData("version_rejected", 400)]
    [InlineData("consumer_key_refused", 401)]
    [InlineData("consumer_key_rejected", 401)]
    [InlineData("consumer_key_unknown", 401)]
    [InlineData("nonce_used", 401)]
    [InlineData("permission_denied", 401)]
    [InlineData("permission_unknown", 401)]
    [InlineData("signature_invalid", 401)]
    [InlineData("token_expired", 401)]
    [InlineData("token_rejected", 401)]
    [InlineData("token_revoked", 401)]
    [InlineData("token_used", 401)]
    [InlineData("user_refused", 401)]
    public async Task Every_documented_problem_can_be_ordered(string problem, int status)
    {
        await host.OrderAsync("/sandbox/oauth", new { problem, times = 1 });
        using (var refused = await host.AskAsync(host.PlainRequest()))
        {
            Assert.Equal(problem, Problem(refused));
            Assert.Equal(status, (int)refused.StatusCode);
        }
        using var answer = await host.AskAsync(host.PlainRequest());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("""{"problem":"bad_luck"}""")]
    [InlineData("""{"account":"nobody"}""")]
    [InlineData("""{"times":0}""")]
    [InlineData("""{"tokenSeconds":0}""")]
    [InlineData("""{"authorizationSeconds":0}""")]
    public async Task An_order_that_makes_no_sense_is_refused(string body)
    {
        using var answer = await host.Http.PostAsync(
            "/sandbox/oauth",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_session_handle_renews_the_token_until_the_authorization_ends()
    {
        await host.OrderAsync(
            "/sandbox/oauth",
            new { tokenSeconds = 100, authorizationSeconds = 250 }
        );
        var first = await host.TokenAsync("accessor");
        host.Clock.Advance(TimeSpan.FromSeconds(100));
        Assert.Equal(401, await host.StatusAsync(ClockedHost.PlainHeader(first, "accessor")));
        Assert.Equal("token_expired", await host.LastRefusalAsync());

        using var renewal = await RenewAsync(first);
        var second = await ClockedHost.ReadAsync(renewal);
        Assert.Equal("100", second["oauth_expires_in"]);
        Assert.Equal("150", second["oauth_authorization_expires_in"]);
        Assert.Equal(200, await host.StatusAsync(ClockedHost.PlainHeader(second, "accessor")));

        host.Clock.Advance(TimeSpan.FromSeconds(100));
        using var last = await RenewAsync(second);
        var third = await ClockedHost.ReadAsync(last);
        Assert.Equal("50", third["oauth_expires_in"]);
        host.Clock.Advance(TimeSpan.FromSeconds(50));
        using var late = await RenewAsync(third);
        Assert.Equal("token_expired", Problem(late));
    }

    [Fact]
    public async Task A_token_is_renewed_once_by_its_own_secret_and_handle()
    {
        var token = await host.TokenAsync();
        using (var forged = await RenewAsync(token, secret: "wrong"))
            Assert.Equal("signature_invalid", Problem(forged));
        using (var foreign = await RenewAsync(token, handle: "another"))
            Assert.Equal("token_rejected", Problem(foreign));
        using (var renewal = await RenewAsync(token))
            Assert.Equal(HttpStatusCode.OK, renewal.StatusCode);
        using var again = await RenewAsync(token);
        Assert.Equal("token_used", Problem(again));
    }

    [Fact]
    public async Task A_revoked_authorization_is_not_renewed()
    {
        var token = await host.TokenAsync();
        await host.OrderAsync("/sandbox/oauth/revoke", new { account = "limited" });
        Assert.Equal(200, await host.StatusAsync(ClockedHost.PlainHeader(token, "")));
        await host.OrderAsync("/sandbox/oauth/revoke", new { account = "full" });
        Assert.Equal(401, await host.StatusAsync(ClockedHost.PlainHeader(token, "")));
        Assert.Equal("token_revoked", await host.LastRefusalAsync());
        using var renewal = await RenewAsync(token);
        Assert.Equal("token_revoked", Problem(renewal));
    }

    private async Task<HttpResponseMessage> RenewAsync(
        IReadOnlyDictionary<string, string> token,
        string? secret = null,
        string? handle = null
    )
    {
        var form = host.PlainRequest();
        form.RemoveAll(parameter => parameter.Name == "oauth_signature");
        return await host.AskAsync([
            .. form,
            ("oauth_token", token["oauth_token"]),
            ("oauth_session_handle", handle ?? token["oauth_session_handle"]),
            (
                "oauth_signature",
                Rfc5849.Plaintext(ClockedHost.Secret, secret ?? token["oauth_token_secret"])
            ),
        ]);
    }

    private async Task<HttpResponseMessage> PostAsync(string body, string? authority = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/oauth/access")
        {
            Content = new StringContent(
                body,
                System.Text.Encoding.UTF8,
                "application/x-www-form-urlencoded"
            ),
        };
        request.Headers.Host = authority;
        return await host.Http.SendAsync(request);
    }

    private static string Challenge(HttpResponseMessage answer) =>
        Assert.Single(answer.Headers.NonValidated["WWW-Authenticate"]);

    private static string Problem(HttpResponseMessage answer) =>
        Challenge(answer).Split("oauth_problem=\"")[1].Split('"')[0];
}
