using System.Text;
using System.Text.Json;
using HeiChartViewer.Web.Launch.Smart;
using HeiChartViewer.Web.Launch.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

/// <summary>What an id_token must be before it is believed (control 27).</summary>
public sealed class IdTokenCheckTests : IClassFixture<SmartServerStub>, IDisposable
{
    private readonly SmartServerStub _server;
    private readonly ManualClock _clock = new();
    private readonly SmartBackchannel _backchannel = SmartServerStub.Backchannel();
    private readonly SigningKeyPair _key = new("key-1");
    private readonly SmartIssuer _issuer;
    private readonly PendingLaunch _launch;
    private readonly IdTokenCheck _check;

    public IdTokenCheckTests(SmartServerStub server)
    {
        _server = server;
        _server.Publish(_key);
        _server.Asked.Clear();
        _issuer = server.Issuer;
        _launch = new PendingLaunch(_issuer, "https://viewer.example.org/launch/callback", false);
        _check = new IdTokenCheck(new SmartKeySets(_backchannel, new KeySets(_clock)), _clock);
    }

    public void Dispose() => _backchannel.Dispose();

    [Fact]
    public async Task A_token_that_is_right_in_everything_says_who_the_user_is()
    {
        var identity = await CheckAsync(
            _key.Sign(Claims(("name", "Dr A. Berg"), ("fhirUser", "Practitioner/1")))
        );
        Assert.Equal(new SmartIdentity("user-1", "Dr A. Berg", "Practitioner/1"), identity);
    }

    [Fact]
    public async Task Keys_are_asked_for_once_and_again_when_the_EHR_has_changed_them()
    {
        await CheckAsync(_key.Sign(Claims()));
        await CheckAsync(_key.Sign(Claims()));
        Assert.Equal(["/jwks"], _server.Asked);

        var next = new SigningKeyPair("key-2");
        _server.Publish(next);
        _clock.Advance(KeySets.BetweenQuestions);
        await CheckAsync(next.Sign(Claims()));
        Assert.Equal(["/jwks", "/jwks"], _server.Asked);
        Assert.Equal("id_token: unknown key", await RefusalAsync(_key.Sign(Claims())));
    }

    [Fact]
    public async Task A_server_with_one_key_need_not_name_it()
    {
        var nameless = new SigningKeyPair(null);
        _server.Publish(nameless);
        Assert.Equal("user-1", (await CheckAsync(nameless.Sign(Claims()))).Subject);
        Assert.Equal(
            "id_token: unknown key",
            await RefusalAsync(new SigningKeyPair(null).Sign(Claims()))
        );
    }

    [Theory]
    [InlineData("iss", "https://another.example.org", "issuer")]
    [InlineData("iss", null, "issuer")]
    [InlineData("aud", "another", "audience")]
    [InlineData("aud", null, "audience")]
    [InlineData("nonce", "another", "nonce")]
    [InlineData("nonce", null, "nonce")]
    [InlineData("sub", null, "subject")]
    [InlineData("sub", "", "subject")]
    [InlineData("exp", null, "lifetime")]
    [InlineData("azp", "another", "authorized party")]
    public async Task A_claim_that_is_missing_or_anothers_proves_nobody(
        string claim,
        string? value,
        string flaw
    )
    {
        var claims = Claims();
        if (value is null)
            claims.Remove(claim);
        else
            claims[claim] = value;
        Assert.Equal($"id_token: {flaw}", await RefusalAsync(_key.Sign(claims)));
    }

    [Fact]
    public async Task A_token_for_several_must_say_that_this_viewer_asked_for_it()
    {
        var claims = Claims(("aud", new[] { "viewer", "another" }));
        Assert.Equal("id_token: authorized party", await RefusalAsync(_key.Sign(claims)));
        claims["azp"] = "viewer";
        Assert.Equal("user-1", (await CheckAsync(_key.Sign(claims))).Subject);
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public async Task A_minute_of_difference_between_the_clocks_is_forgiven(
        int late,
        bool isBelieved
    )
    {
        var token = _key.Sign(Claims(("exp", Seconds(-late))));
        if (isBelieved)
            await CheckAsync(token);
        else
            Assert.Equal("id_token: lifetime", await RefusalAsync(token));
    }

    [Fact]
    public async Task A_token_of_another_kind_is_no_id_token() =>
        Assert.Equal("id_token: type", await RefusalAsync(_key.Sign(Claims(), "at+jwt")));

    [Fact]
    public async Task The_published_key_is_no_shared_secret()
    {
        var secret = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(_key.Published));
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            JsonSerializer.Serialize(Claims()),
            new SigningCredentials(
                new SymmetricSecurityKey(secret) { KeyId = "key-1" },
                SecurityAlgorithms.HmacSha256
            )
        );
        Assert.Equal("id_token: algorithm", await RefusalAsync(token));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("e30.e30.")]
    public async Task What_is_no_token_at_all_is_refused_in_the_same_way(string token) =>
        Assert.StartsWith("id_token: ", await RefusalAsync(token), StringComparison.Ordinal);

    private Task<SmartIdentity> CheckAsync(string token) =>
        _check.CheckAsync(_launch, _server.Metadata, token, CancellationToken.None);

    private async Task<string> RefusalAsync(string token)
    {
        var refused = await Assert.ThrowsAsync<SmartLaunchException>(() => CheckAsync(token));
        Assert.Equal("SmartIdentityUnproven", refused.Refusal.Reason.ToString());
        return refused.Detail;
    }

    private long Seconds(int fromNow) => _clock.GetUtcNow().AddSeconds(fromNow).ToUnixTimeSeconds();

    private Dictionary<string, object> Claims(params (string Name, object Value)[] changes)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = _issuer.Authority,
            ["aud"] = "viewer",
            ["sub"] = "user-1",
            ["iat"] = Seconds(0),
            ["exp"] = Seconds(300),
            ["nonce"] = _launch.Nonce,
        };
        foreach (var (name, value) in changes)
            claims[name] = value;
        return claims;
    }
}
