using System.Security.Cryptography;
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

    public void Dispose()
    {
        _key.Dispose();
        _strange.Dispose();
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
        var user = await Reader().ReadAsync(Sign(Claims(), _key, type), CancellationToken.None);

        Assert.Equal(isObeyed, user is not null);
    }

    [Fact]
    public async Task A_strange_key_signs_nobody_out() =>
        Assert.Null(await Reader().ReadAsync(Sign(Claims(), _strange), CancellationToken.None));

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task What_is_no_token_signs_nobody_out(string token) =>
        Assert.Null(await Reader().ReadAsync(token, CancellationToken.None));

    private async Task<SignedOutUser?> ReadAsync(Action<Dictionary<string, object>> change)
    {
        var claims = Claims();
        change(claims);
        return await Reader().ReadAsync(Sign(claims, _key), CancellationToken.None);
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
                    new ECDsaSecurityKey(key),
                    SecurityAlgorithms.EcdsaSha256
                ),
            }
        );

    private BackChannelSignOut Reader()
    {
        var provider = new OpenIdConnectConfiguration { Issuer = Issuer };
        provider.SigningKeys.Add(new ECDsaSecurityKey(_key));
        return new BackChannelSignOut(
            new Fixed(
                new OpenIdConnectOptions
                {
                    ConfigurationManager =
                        new StaticConfigurationManager<OpenIdConnectConfiguration>(provider),
                }
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
