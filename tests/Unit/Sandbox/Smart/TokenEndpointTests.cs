using System.Net;
using HeiChartViewer.Sandbox.Smart;

namespace HeiChartViewer.Tests.Unit.Sandbox.Smart;

public sealed class TokenEndpointTests(SmartHost host) : IClassFixture<SmartHost>
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly string Secret = SmartClients.SecretOf(1);

    [Fact]
    public async Task A_code_that_comes_again_ends_what_the_first_was_given()
    {
        var app = await new SmartApp(host).SignInAsync();
        var code = await app.CodeAsync();
        using var first = await app.TokenAsync(app.Exchange(code));
        var token = (await SandboxHost.ReadAsync(first)).Text("access_token")!;
        using var second = await app.TokenAsync(app.Exchange(code));
        using var read = await app.ReadAsync("Patient/151579", token);

        await AssertErrorAsync(second, "invalid_grant");
        Assert.Equal(HttpStatusCode.Unauthorized, read.StatusCode);
    }

    [Fact]
    public async Task A_code_brought_by_many_at_once_serves_none_or_one_and_leaves_nothing_alive()
    {
        var app = await new SmartApp(host).SignInAsync();
        var code = await app.CodeAsync();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => app.TokenAsync(app.Exchange(code)))
        );
        var served = answers.Where(answer => answer.IsSuccessStatusCode).ToArray();
        Assert.InRange(served.Length, 0, 1);
        foreach (var answer in served)
        {
            var token = (await SandboxHost.ReadAsync(answer)).Text("access_token")!;
            using var read = await app.ReadAsync("Patient/151579", token);
            Assert.Equal(HttpStatusCode.Unauthorized, read.StatusCode);
        }
    }

    [Fact]
    public async Task A_code_ends_after_a_minute()
    {
        var app = await new SmartApp(host).SignInAsync();
        var code = await app.CodeAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        using var answer = await app.TokenAsync(app.Exchange(code));
        await AssertErrorAsync(answer, "invalid_grant");
    }

    [Theory]
    [InlineData("code_verifier", "another-verifier-0123456789-0123456789-0123456789")]
    [InlineData("code_verifier", "short")]
    [InlineData("code_verifier", "")]
    [InlineData("redirect_uri", "http://127.0.0.1:5080/elsewhere")]
    [InlineData("code", "made-up")]
    public async Task A_code_needs_its_verifier_and_its_address(string field, string value)
    {
        var app = await new SmartApp(host).SignInAsync();
        var form = app.Exchange(await app.CodeAsync());
        form[field] = value;
        using var answer = await app.TokenAsync(form);
        await AssertErrorAsync(answer, "invalid_grant");
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_code_of_one_app_is_no_other_apps()
    {
        var app = await new SmartApp(host).SignInAsync();
        var form = app.Exchange(await app.CodeAsync());
        form["client_id"] = "hei-chart-viewer-secret";
        form["client_secret"] = Secret;
        using var answer = await app.TokenAsync(form);
        await AssertErrorAsync(answer, "invalid_grant");
    }

    [Theory]
    [InlineData("password", "unsupported_grant_type")]
    [InlineData("", "invalid_request")]
    public async Task Only_the_two_grants_are_served(string grant, string error)
    {
        var app = new SmartApp(host);
        var form = app.Exchange("code");
        form["grant_type"] = grant;
        using var answer = await app.TokenAsync(form);
        await AssertErrorAsync(answer, error);
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused()
    {
        using var answer = await host.Http.PostAsync(
            "/fhir/r4/auth/token",
            new StringContent("{}")
        );
        await AssertErrorAsync(answer, "invalid_request");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_symmetric_app_proves_itself_by_its_secret(bool inHeader)
    {
        var app = await new SmartApp(host) { ClientId = "hei-chart-viewer-secret" }.SignInAsync();
        var form = app.Exchange(await app.CodeAsync());
        if (!inHeader)
            form["client_secret"] = Secret;
        using var answer = await app.TokenAsync(
            form,
            inHeader ? $"hei-chart-viewer-secret:{Secret}" : null
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("hei-chart-viewer-secret", null, null)]
    [InlineData("hei-chart-viewer-secret", "wrong", null)]
    [InlineData("hei-chart-viewer-secret", null, "hei-chart-viewer-secret:wrong")]
    [InlineData("hei-chart-viewer", "anything", null)]
    [InlineData("app-ec", null, null)]
    [InlineData("nobody", null, null)]
    public async Task An_app_that_does_not_prove_itself_as_registered_is_refused(
        string id,
        string? secret,
        string? basic
    )
    {
        var form = new SmartApp(host) { ClientId = id }.Exchange("code");
        if (secret is not null)
            form["client_secret"] = secret;
        using var answer = await new SmartApp(host).TokenAsync(form, basic);
        await AssertErrorAsync(answer, "invalid_client", HttpStatusCode.Unauthorized);
        Assert.NotEmpty(answer.Headers.WwwAuthenticate);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_asymmetric_app_proves_itself_by_an_assertion(bool rsa)
    {
        var key = rsa ? host.Rsa : host.Ecdsa;
        var app = await new SmartApp(host) { ClientId = key.Id }.SignInAsync();
        var form = WithAssertion(
            app.Exchange(await app.CodeAsync()),
            key.Assertion($"{host.Fhir}/auth/token", host.Clock.GetUtcNow(), $"good-{rsa}")
        );
        using var answer = await app.TokenAsync(form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        // The same assertion again is a replay, whatever else the request holds.
        var again = WithAssertion(app.Exchange(await app.CodeAsync()), form["client_assertion"]!);
        using var replayed = await app.TokenAsync(again);
        await AssertErrorAsync(replayed, "invalid_client", HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("audience")]
    [InlineData("too-long")]
    [InlineData("expired")]
    [InlineData("subject")]
    [InlineData("another-key")]
    [InlineData("garbage")]
    public async Task A_wrong_assertion_is_refused(string wrong)
    {
        var token = $"{host.Fhir}/auth/token";
        var now = host.Clock.GetUtcNow();
        var assertion = wrong switch
        {
            "audience" => host.Ecdsa.Assertion("https://another.example.org", now, wrong),
            "too-long" => host.Ecdsa.Assertion(token, now, wrong, seconds: 301),
            "expired" => host.Ecdsa.Assertion(token, now, wrong, seconds: -1),
            "subject" => host.Ecdsa.Assertion(token, now, wrong, subject: "another"),
            "another-key" => Stranger(token, now),
            _ => "not.a.token",
        };
        var app = await new SmartApp(host) { ClientId = "app-ec" }.SignInAsync();
        using var answer = await app.TokenAsync(
            WithAssertion(app.Exchange(await app.CodeAsync()), assertion)
        );
        await AssertErrorAsync(answer, "invalid_client", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_refresh_token_is_rotated_and_its_replay_ends_the_family()
    {
        var app = await new SmartApp(host).SignInAsync();
        var first = (await app.TokensAsync()).Text("refresh_token")!;
        using var refreshed = await app.RefreshAsync(first);
        var next = await SandboxHost.ReadAsync(refreshed);
        Assert.Equal("151579", next.Text("patient"));
        Assert.NotEqual(first, next.Text("refresh_token"));

        using var replay = await app.RefreshAsync(first);
        await AssertErrorAsync(replay, "invalid_grant");
        using var family = await app.RefreshAsync(next.Text("refresh_token")!);
        await AssertErrorAsync(family, "invalid_grant");
        using var read = await app.ReadAsync("Patient/151579", next.Text("access_token")!);
        Assert.Equal(HttpStatusCode.Unauthorized, read.StatusCode);
    }

    [Fact]
    public async Task A_refresh_may_narrow_the_scope_and_never_widen_it()
    {
        var app = await new SmartApp(host).SignInAsync();
        var form = new Dictionary<string, string?>
        {
            ["grant_type"] = "refresh_token",
            ["client_id"] = app.ClientId,
            ["refresh_token"] = (await app.TokensAsync()).Text("refresh_token"),
            ["scope"] = "user/*.read",
        };
        using var wider = await app.TokenAsync(form);
        await AssertErrorAsync(wider, "invalid_scope");
        form["scope"] = "openid";
        using var narrower = await app.TokenAsync(form);
        var tokens = await SandboxHost.ReadAsync(narrower);
        Assert.Equal("openid", tokens.Text("scope"));
        using var read = await app.ReadAsync("Patient/151579", tokens.Text("access_token")!);
        Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
    }

    [Theory]
    [InlineData("60", 1740)]
    [InlineData("-5", 900)]
    [InlineData("words", 900)]
    public async Task An_apps_word_of_the_users_presence_prolongs_it(string activeAt, int left)
    {
        var app = await new SmartApp(host).SignInAsync();
        var refresh = (await app.TokensAsync()).Text("refresh_token")!;
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        using var answer = await app.RefreshAsync(refresh, activeAt);
        Assert.Equal(
            left,
            (await SandboxHost.ReadAsync(answer)).GetProperty("active_ttl").GetInt32()
        );
    }

    [Fact]
    public async Task Without_a_sign_of_life_online_access_ends()
    {
        var app = await new SmartApp(host).SignInAsync();
        var refresh = (await app.TokensAsync()).Text("refresh_token")!;
        host.Clock.Advance(TimeSpan.FromMinutes(30));
        using var answer = await app.RefreshAsync(refresh);
        await AssertErrorAsync(answer, "invalid_grant");
    }

    /// <summary>The extension hears active_at only while the token is good: a word that comes too late revives nothing.</summary>
    [Fact]
    public async Task Presence_that_has_ended_is_not_prolonged_by_an_apps_word()
    {
        var app = await new SmartApp(host).SignInAsync();
        var refresh = (await app.TokensAsync()).Text("refresh_token")!;
        Assert.True((await IntrospectAsync(refresh)).GetProperty("active").GetBoolean());
        host.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.False((await IntrospectAsync(refresh)).GetProperty("active").GetBoolean());
        using var late = await app.RefreshAsync(refresh, activeAt: "0");
        await AssertErrorAsync(late, "invalid_grant");
        // The user comes back to the EHR; the token stays over.
        using (await app.GetAsync("/ehr")) { }
        using var later = await app.RefreshAsync(refresh, activeAt: "0");
        await AssertErrorAsync(later, "invalid_grant");
        Assert.False((await IntrospectAsync(refresh)).GetProperty("active").GetBoolean());
    }

    [Fact]
    public async Task Who_comes_back_to_the_EHR_launches_anew_and_is_present()
    {
        var app = await new SmartApp(host).SignInAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(45));
        var tokens = await app.TokensAsync();
        Assert.Equal(1800, tokens.GetProperty("active_ttl").GetInt32());
        using var answer = await app.RefreshAsync(tokens.Text("refresh_token")!);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task An_access_token_ends_after_ten_minutes()
    {
        var app = await new SmartApp(host).SignInAsync();
        var token = (await app.TokensAsync()).Text("access_token")!;
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        using var read = await app.ReadAsync("Patient/151579", token);
        Assert.Equal(HttpStatusCode.Unauthorized, read.StatusCode);
    }

    [Fact]
    public async Task Introspection_tells_confidential_apps_what_a_token_is_good_for()
    {
        var app = await new SmartApp(host).SignInAsync();
        var token = (await app.TokensAsync()).Text("access_token")!;
        var told = await IntrospectAsync(token);
        Assert.True(told.GetProperty("active").GetBoolean());
        Assert.Equal("151579", told.Text("patient"));
        Assert.Equal("hei-chart-viewer", told.Text("client_id"));
        Assert.False((await IntrospectAsync("made-up")).GetProperty("active").GetBoolean());

        using var open = await app.PostAsync(
            "/fhir/r4/auth/introspect",
            new() { ["token"] = token, ["client_id"] = app.ClientId }
        );
        await AssertErrorAsync(open, "invalid_client", HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("access_token")]
    [InlineData("refresh_token")]
    public async Task A_revoked_token_is_over(string which)
    {
        var app = await new SmartApp(host).SignInAsync();
        var tokens = await app.TokensAsync();
        using var foreign = await app.PostAsync(
            "/fhir/r4/auth/revoke",
            new() { ["token"] = tokens.Text(which) },
            $"hei-chart-viewer-secret:{Secret}"
        );
        Assert.Equal(HttpStatusCode.OK, foreign.StatusCode);
        Assert.True(
            (await IntrospectAsync(tokens.Text(which)!)).GetProperty("active").GetBoolean()
        );

        using var own = await app.PostAsync(
            "/fhir/r4/auth/revoke",
            new() { ["token"] = tokens.Text(which), ["client_id"] = app.ClientId }
        );
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.False(
            (await IntrospectAsync(tokens.Text(which)!)).GetProperty("active").GetBoolean()
        );
    }

    private async Task<System.Text.Json.JsonElement> IntrospectAsync(string token)
    {
        using var answer = await new SmartApp(host).PostAsync(
            "/fhir/r4/auth/introspect",
            new() { ["token"] = token },
            $"hei-chart-viewer-secret:{Secret}"
        );
        return await SandboxHost.ReadAsync(answer);
    }

    private static string Stranger(string audience, DateTimeOffset now)
    {
        using var key = AppKey.Ecdsa();
        return key.Assertion(audience, now, "stranger");
    }

    private static Dictionary<string, string?> WithAssertion(
        Dictionary<string, string?> form,
        string assertion
    ) => new(form) { ["client_assertion_type"] = AssertionType, ["client_assertion"] = assertion };

    private static async Task AssertErrorAsync(
        HttpResponseMessage answer,
        string error,
        HttpStatusCode status = HttpStatusCode.BadRequest
    )
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(error, (await SandboxHost.ReadAsync(answer)).Text("error"));
    }
}
