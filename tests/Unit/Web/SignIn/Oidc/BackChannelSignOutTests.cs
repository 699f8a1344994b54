using System.Security.Cryptography;
using HeiChartViewer.Web.SignIn;
using HeiChartViewer.Web.SignIn.Oidc;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Tests.Unit.Web.SignIn.Oidc;

/// <summary>OpenID Connect Back-Channel Logout 1.0, section 2.6: each reason not to obey a logout token.</summary>
public sealed class BackChannelSignOutTests : IDisposable
{
    private const string Issuer = "https://idp.example.org";
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private readonly ManualClock _clock = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _strange = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly FakeProvider _provider = new(Issuer);

    public void Dispose()
    {
        _key.Dispose();
        _strange.Dispose();
        _provider.Dispose();
    }

    [Fact]
    public async Task A_token_names_the_user_and_the_providers_session() =>
        Assert.Equal(
            new SignedOutUser($"{Issuer}#ann", "s1"),
            await ReadAsync(claims => claims["sid"] = "s1")
        );

    [Fact]
    public async Task A_session_alone_will_do() =>
        Assert.Equal(
            new SignedOutUser(null, "s1"),
            await ReadAsync(claims =>
            {
                claims.Remove("sub");
                claims["sid"] = "s1";
            })
        );

    public static TheoryData<string, Action<Dictionary<string, object>>> Wrong() =>
        new()
        {
            { "another issuer", claims => claims["iss"] = "https://evil.example.org" },
            { "another client", claims => claims["aud"] = "another" },
            { "no event", claims => claims.Remove("events") },
            {
                "another event",
                claims =>
                    claims["events"] = new Dictionary<string, object>
                    {
                        ["x"] = new Dictionary<string, object>(),
                    }
            },
            { "an id_token's nonce", claims => claims["nonce"] = "n" },
            { "expired", claims => claims["exp"] = 1L },
            { "no end", claims => claims.Remove("exp") },
            { "nobody", claims => claims.Remove("sub") },
            { "no time of issue", claims => claims.Remove("iat") },
            { "a time of issue that is none", claims => claims["iat"] = "now" },
            { "issued long ago, and good for years", claims => claims["iat"] = 1_700_000_000L },
            { "issued in the future", claims => claims["iat"] = 4_000_000_000L },
            { "no identifier", claims => claims.Remove("jti") },
            { "an empty identifier", claims => claims["jti"] = "" },
            { "an identifier that is none", claims => claims["jti"] = 7L },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Anything_wrong_signs_nobody_out(
        string what,
        Action<Dictionary<string, object>> change
    )
    {
        var user = await ReadAsync(change);

        Assert.True(user is null, what);
    }

    [Theory]
    [InlineData("logout+jwt", true)]
    [InlineData("JWT", true)]
    [InlineData("at+jwt", false)]
    [InlineData("launch+jwt", false)]
    public async Task Another_kind_of_token_signs_nobody_out(string type, bool isObeyed)
    {
        var reading = await Reader().ReadAsync(Sign(Claims(), _key, type), CancellationToken.None);

        Assert.Equal(isObeyed, reading.User is not null);
    }

    [Fact]
    public async Task A_token_signs_somebody_out_once()
    {
        var reader = Reader();
        var token = Sign(Claims(), _key);
        Assert.NotNull((await reader.ReadAsync(token, CancellationToken.None)).User);

        var again = await reader.ReadAsync(token, CancellationToken.None);

        Assert.Equal((null, "replayed"), (again.User, again.Refusal));
        // Another token of the same user is another matter.
        var claims = Claims();
        claims["jti"] = "2";
        Assert.NotNull((await reader.ReadAsync(Sign(claims, _key), CancellationToken.None)).User);
    }

    [Fact]
    public async Task Of_many_deliveries_at_once_one_is_obeyed()
    {
        var reader = Reader();
        var token = Sign(Claims(), _key);

        var readings = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ => Task.Run(() => reader.ReadAsync(token, CancellationToken.None)))
        );

        Assert.Single(readings, reading => reading.User is not null);
    }

    /// <summary>However long a token is good for by its own word, it is remembered for as long as it is believed.</summary>
    [Fact]
    public async Task A_token_is_remembered_for_as_long_as_it_is_believed()
    {
        var reader = Reader();
        var claims = Claims();
        claims["exp"] = _clock.GetUtcNow().AddYears(1).ToUnixTimeSeconds();
        var token = Sign(claims, _key);
        Assert.NotNull((await reader.ReadAsync(token, CancellationToken.None)).User);

        for (var minute = 0; minute < 30; minute++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Null((await reader.ReadAsync(token, CancellationToken.None)).User);
        }
    }

    [Fact]
    public async Task A_strange_key_signs_nobody_out() =>
        Assert.Null(
            (await Reader().ReadAsync(Sign(Claims(), _strange), CancellationToken.None)).User
        );

    [Fact]
    public async Task A_key_that_the_provider_has_changed_to_is_fetched_once()
    {
        var reader = Reader();
        _provider.Keys = [_strange];

        var reading = await reader.ReadAsync(Sign(Claims(), _strange), CancellationToken.None);

        Assert.Equal($"{Issuer}#ann", reading.User?.UserId);
        var asked = _provider.Asked;
        using var unknown = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        for (var i = 0; i < 20; i++)
            Assert.Null(
                (await reader.ReadAsync(Sign(Claims(), unknown), CancellationToken.None)).User
            );
        Assert.Equal(asked, _provider.Asked);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_said_to_be_away()
    {
        _provider.Keys = null;

        Assert.Equal(
            LogoutReading.ProviderAway,
            await Reader().ReadAsync(Sign(Claims(), _strange), CancellationToken.None)
        );
        Assert.Equal(
            LogoutReading.ProviderAway,
            await Reader(isKnown: false).ReadAsync(Sign(Claims(), _key), CancellationToken.None)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task What_is_no_token_signs_nobody_out(string token) =>
        Assert.Null((await Reader().ReadAsync(token, CancellationToken.None)).User);

    private async Task<SignedOutUser?> ReadAsync(Action<Dictionary<string, object>> change)
    {
        var claims = Claims();
        change(claims);
        return (await Reader().ReadAsync(Sign(claims, _key), CancellationToken.None)).User;
    }

    private Dictionary<string, object> Claims() =>
        new()
        {
            ["iss"] = Issuer,
            ["aud"] = "viewer",
            ["sub"] = "ann",
            ["iat"] = _clock.GetUtcNow().ToUnixTimeSeconds(),
            ["exp"] = _clock.GetUtcNow().AddMinutes(2).ToUnixTimeSeconds(),
            ["jti"] = "1",
            ["events"] = new Dictionary<string, object>
            {
                [Event] = new Dictionary<string, object>(),
            },
        };

    private static string Sign(
        Dictionary<string, object> claims,
        ECDsa key,
        string type = "logout+jwt"
    ) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Claims = claims,
                TokenType = type,
                SigningCredentials = new SigningCredentials(
                    FakeProvider.Key(key),
                    SecurityAlgorithms.EcdsaSha256
                ),
            }
        );

    private BackChannelSignOut Reader(bool isKnown = true)
    {
        var known = new OpenIdConnectConfiguration { Issuer = Issuer };
        known.SigningKeys.Add(FakeProvider.Key(_key));
        return new BackChannelSignOut(
            new ProviderMetadata(
                new Fixed(
                    new OpenIdConnectOptions
                    {
                        MetadataAddress = FakeProvider.MetadataOf(Issuer),
                        Backchannel = new HttpClient(_provider, disposeHandler: false),
                        ConfigurationManager = isKnown
                            ? new StaticConfigurationManager<OpenIdConnectConfiguration>(known)
                            : new ConfigurationManager<OpenIdConnectConfiguration>(
                                FakeProvider.MetadataOf(Issuer),
                                new OpenIdConnectConfigurationRetriever(),
                                new HttpClient(_provider, disposeHandler: false)
                            ),
                    }
                ),
                _clock
            ),
            Options.Create(new OidcOptions { ClientId = "viewer" }),
            _clock
        );
    }

    private sealed class Fixed(OpenIdConnectOptions options) : IOptionsMonitor<OpenIdConnectOptions>
    {
        public OpenIdConnectOptions CurrentValue => options;

        public OpenIdConnectOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<OpenIdConnectOptions, string?> listener) => null;
    }
}
