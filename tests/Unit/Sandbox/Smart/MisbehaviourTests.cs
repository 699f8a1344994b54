using System.Net;
using System.Net.Http.Json;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Tests.Unit.Sandbox.Smart;

public sealed class MisbehaviourTests(SmartHost host) : IClassFixture<SmartHost>, IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => (await host.Http.DeleteAsync("/sandbox/smart")).Dispose();

    [Theory]
    [InlineData("wrongAudience", typeof(SecurityTokenInvalidAudienceException))]
    [InlineData("wrongIssuer", typeof(SecurityTokenInvalidIssuerException))]
    [InlineData("expiredIdToken", typeof(SecurityTokenInvalidLifetimeException))]
    [InlineData("badSignature", typeof(SecurityTokenInvalidSignatureException))]
    [InlineData("unknownKey", typeof(SecurityTokenSignatureKeyNotFoundException))]
    [InlineData("algNone", typeof(SecurityTokenInvalidSignatureException))]
    public async Task An_id_token_is_wrong_in_the_one_way_asked_for(
        string misbehaviour,
        Type refusal
    )
    {
        var app = await new SmartApp(host).SignInAsync();
        await host.MisbehaveAsync(misbehaviour);
        var idToken = (await app.TokensAsync()).Text("id_token")!;
        var result = await app.ValidateAsync(idToken);
        Assert.False(result.IsValid);
        Assert.IsType(refusal, result.Exception);
    }

    [Fact]
    public async Task A_wrong_nonce_is_in_an_id_token_that_is_otherwise_right()
    {
        var app = await new SmartApp(host).SignInAsync();
        await host.MisbehaveAsync("wrongNonce");
        var result = await app.ValidateAsync((await app.TokensAsync()).Text("id_token")!);
        Assert.True(result.IsValid);
        Assert.NotEqual(SmartApp.Nonce, result.Claims["nonce"]);
    }

    [Fact]
    public async Task A_bad_state_comes_with_a_good_code()
    {
        var app = await new SmartApp(host).SignInAsync();
        await host.MisbehaveAsync("badState");
        using var answer = await app.AuthorizeAsync(app.Request(await app.LaunchAsync()));
        var query = SmartApp.QueryOf(answer);
        Assert.NotEqual(SmartApp.State, query["state"]);
        using var tokens = await app.TokenAsync(app.Exchange(query["code"]!));
        Assert.Equal(HttpStatusCode.OK, tokens.StatusCode);
    }

    [Fact]
    public async Task A_replayed_code_was_used_before_it_came()
    {
        var app = await new SmartApp(host).SignInAsync();
        await host.MisbehaveAsync("replayedCode");
        using var answer = await app.TokenAsync(app.Exchange(await app.CodeAsync()));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_slow_token_outlasts_an_impatient_app_and_comes_to_a_patient_one()
    {
        var app = await new SmartApp(host).SignInAsync();
        var code = await app.CodeAsync();
        await host.MisbehaveAsync("slowToken", delayMs: 60_000);
        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            app.TokenAsync(app.Exchange(code)).WaitAsync(impatience.Token)
        );
        await host.MisbehaveAsync("slowToken", delayMs: 1);
        using var answer = await app.TokenAsync(app.Exchange(code));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_error_is_no_OAuth_answer()
    {
        var app = await new SmartApp(host).SignInAsync();
        await host.MisbehaveAsync("tokenError");
        using var answer = await app.TokenAsync(app.Exchange("any"));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task A_patient_is_missing_or_is_another_in_the_context()
    {
        var app = await new SmartApp(host).SignInAsync();
        await host.MisbehaveAsync("missingPatient");
        Assert.Null((await app.TokensAsync()).Text("patient"));
        await host.MisbehaveAsync("otherPatient");
        var other = await app.TokensAsync();
        Assert.NotNull(other.Text("patient"));
        Assert.NotEqual("151579", other.Text("patient"));
    }

    [Theory]
    [InlineData("""{"misbehaviour":"sulks"}""")]
    [InlineData("""{"misbehaviour":"slowToken","delayMs":60001}""")]
    [InlineData("{}")]
    [InlineData("not json")]
    public async Task An_order_that_cannot_be_followed_is_refused(string order)
    {
        using var answer = await host.Http.PostAsync(
            "/sandbox/smart",
            new StringContent(order, null, "application/json")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_of_another_site_cannot_order_a_misbehaviour()
    {
        using var answer = await host.Http.PostAsync(
            "/sandbox/smart",
            new StringContent("""{"misbehaviour":"badState"}""", null, "text/plain")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var state = await host.Http.GetAsync("/sandbox/smart");
        Assert.Equal("none", (await SandboxHost.ReadAsync(state)).Text("misbehaviour"));
    }

    [Fact]
    public async Task The_control_tells_clients_and_conduct_and_the_page_changes_it()
    {
        using var changed = await new SmartApp(host).PostAsync(
            "/ehr/conduct",
            new() { ["misbehaviour"] = "WrongNonce" }
        );
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        var state = await host.Http.GetFromJsonAsync<System.Text.Json.JsonElement>(
            "/sandbox/smart"
        );
        Assert.Equal("wrongNonce", state.Text("misbehaviour"));
        Assert.Equal(5, state.GetProperty("clients").GetArrayLength());
        using var foreign = await new SmartApp(host).PostAsync(
            "/ehr/conduct",
            new() { ["misbehaviour"] = "None" },
            origin: "http://evil.example.org"
        );
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }

    [Fact]
    public async Task A_reset_of_the_sandbox_ends_a_misbehaviour()
    {
        await host.MisbehaveAsync("wrongAudience", 1);
        using (await host.Http.PostAsync("/sandbox/reset", null)) { }
        using var answer = await host.Http.GetAsync("/sandbox/smart");
        Assert.Equal("none", (await SandboxHost.ReadAsync(answer)).Text("misbehaviour"));
    }
}
