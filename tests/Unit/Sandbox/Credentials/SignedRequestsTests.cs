namespace HeiChartViewer.Tests.Unit.Sandbox.Credentials;

/// <summary>Contract 2.3 and 2.4: API calls with an access token.</summary>
public sealed class SignedRequestsTests(ClockedHost host)
    : IClassFixture<ClockedHost>,
        IAsyncLifetime
{
    private const string Accessor = "b1a7c6d5-0e4f-4a3b-8c2d-9e1f0a7b6c5d";

    private static readonly string Allergies = SandboxHost.ListPath(
        SandboxHost.Analisa,
        "allergy",
        "allergies"
    );

    public Task InitializeAsync() => host.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(Accessor, Accessor, 200)]
    [InlineData(Accessor, "", 401)]
    [InlineData(Accessor, ClockedHost.Secret, 401)]
    [InlineData(null, "", 200)]
    [InlineData(null, ClockedHost.Secret, 200)]
    [InlineData(null, "guess", 401)]
    public async Task The_left_half_is_the_accessor_secret_if_one_was_given(
        string? accessor,
        string left,
        int status
    )
    {
        var token = await host.TokenAsync(accessor);
        Assert.Equal(status, await host.StatusAsync(ClockedHost.PlainHeader(token, left)));
    }

    [Fact]
    public async Task The_header_of_the_gem_is_good_for_every_call_until_the_token_ends()
    {
        var token = await host.TokenAsync(Accessor);
        // The gem forms one header per token, with the nonce and timestamp of the token request.
        var header = ClockedHost.Header([
            ("realm", "http://localhost"),
            ("oauth_version", "1.0"),
            ("oauth_signature_method", "PLAINTEXT"),
            ("oauth_signature", Rfc5849.Plaintext(Accessor, token["oauth_token_secret"])),
            ("oauth_consumer_key", ClockedHost.Key),
            ("oauth_nonce", "7d8f3e4a1b2c5d6e7f8091a2b3c4d5e6"),
            ("oauth_timestamp", host.Now),
            ("oauth_token", token["oauth_token"]),
        ]);

        Assert.Equal(200, await host.StatusAsync(header, Allergies));
        host.Clock.Advance(TimeSpan.FromSeconds(3599));
        Assert.Equal(200, await host.StatusAsync(header, Allergies));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(401, await host.StatusAsync(header, Allergies));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?limit=3")]
    [InlineData("?status=Active&status=%41ctive&limit=3&note=a%20b%2Bc+d&empty=")]
    public async Task HMAC_SHA1_signs_method_address_and_query(string query)
    {
        var token = await host.TokenAsync(Accessor);
        Assert.Equal(
            200,
            await host.StatusAsync(HmacHeader(token, Pairs(query)), Allergies + query)
        );
        Assert.Equal(
            401,
            await host.StatusAsync(HmacHeader(token, Pairs(query)), $"{Allergies}?limit=4")
        );
        Assert.Equal("signature_invalid", await host.LastRefusalAsync());
    }

    [Fact]
    public async Task A_path_is_signed_as_it_was_sent()
    {
        var token = await host.TokenAsync(Accessor);
        var path = $"{Allergies}/a%20b%2Fc";
        Assert.Equal(404, await host.StatusAsync(HmacHeader(token, [], path: path), path));
    }

    [Fact]
    public async Task A_signed_request_is_good_once_and_not_for_long()
    {
        var token = await host.TokenAsync(Accessor);
        var header = HmacHeader(token, []);
        Assert.Equal(200, await host.StatusAsync(header, Allergies));
        Assert.Equal(401, await host.StatusAsync(header, Allergies));
        Assert.Equal("nonce_used", await host.LastRefusalAsync());

        var late = HmacHeader(token, []);
        host.Clock.Advance(TimeSpan.FromSeconds(301));
        Assert.Equal(401, await host.StatusAsync(late, Allergies));
        Assert.Equal("timestamp_refused", await host.LastRefusalAsync());
    }

    [Fact]
    public async Task A_token_reaches_what_its_account_was_granted()
    {
        var form = new List<(string, string)>
        {
            ("oauth_consumer_key", "7b1f4d52-93c8-4b5e-a7d0-3f6e2c9a8b14"),
            ("oauth_signature_method", "PLAINTEXT"),
            ("oauth_signature", "sandbox-limited-secret&"),
        };
        using var answer = await host.AskAsync(form);
        var token = await ClockedHost.ReadAsync(answer);
        var header = ClockedHost
            .PlainHeader(token, "")
            .Replace(
                ClockedHost.Key,
                "7b1f4d52-93c8-4b5e-a7d0-3f6e2c9a8b14",
                StringComparison.Ordinal
            );

        Assert.Equal(200, await host.StatusAsync(header, Allergies));
        Assert.Equal(403, await host.StatusAsync(header, "/tenant/v1/tenant"));
        // The token of one account does not go with the key of another.
        Assert.Equal(401, await host.StatusAsync(ClockedHost.PlainHeader(token, ""), Allergies));
    }

    [Theory]
    [InlineData(null, "header_missing")]
    [InlineData("", "header_malformed")]
    [InlineData("Basic c2FuZGJveA==", "header_malformed")]
    [InlineData("Bearer ", "header_malformed")]
    [InlineData("Bearer guess", "token_rejected")]
    [InlineData("bearer", "header_malformed")]
    [InlineData("OAuth ", "header_malformed")]
    [InlineData("OAuth oauth_token", "parameter_absent")]
    [InlineData(
        "OAuth oauth_consumer_key=x,oauth_token=y,oauth_signature_method=PLAINTEXT,oauth_signature=z",
        "consumer_key_unknown"
    )]
    [InlineData(
        "OAuth oauth_consumer_key=0f3b6c1e-2a4d-4e8f-9b7a-5c6d7e8f9a01,oauth_token=y,oauth_signature_method=PLAINTEXT,oauth_signature=z",
        "token_rejected"
    )]
    public async Task Whatever_is_wrong_with_a_credential_the_answer_is_the_401_seen_live(
        string? authorization,
        string refusal
    )
    {
        using var answer = await host.CallAsync(authorization, Allergies);

        Assert.Equal(401, (int)answer.StatusCode);
        var authority = host.Server.BaseAddress.Authority;
        Assert.Equal(
            $"Bearer realm={authority} OAuth realm={authority}",
            Assert.Single(answer.Headers.NonValidated["WWW-Authenticate"])
        );
        Assert.True(answer.Headers.Contains("cerner-correlation-id"));
        Assert.Equal(
            """{"code":401,"message":"Unauthorized","errorDetails":[{"locationType":"header","location":"Authorization","message":"header missing"}]}""",
            await answer.Content.ReadAsStringAsync()
        );
        Assert.Equal(refusal, await host.LastRefusalAsync());
    }

    private string HmacHeader(
        IReadOnlyDictionary<string, string> token,
        IEnumerable<(string Name, string Value)> query,
        string? path = null
    ) => host.HmacHeader(token, Accessor, path ?? Allergies, query);

    private static IEnumerable<(string Name, string Value)> Pairs(string query) =>
        query
            .TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (pair[0], Uri.UnescapeDataString(pair[1].Replace('+', ' '))));
}
