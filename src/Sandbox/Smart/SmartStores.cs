using HeiChartViewer.Sandbox.Credentials;

namespace HeiChartViewer.Sandbox.Smart;

/// <summary>Everything the authorization server remembers; all of it ends, and none of it grows without bound.</summary>
internal sealed class SmartStores(TimeProvider clock)
{
    public const int Capacity = 10_000;

    public static readonly TimeSpan LaunchLife = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan CodeLife = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan AccessLife = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan RefreshLife = TimeSpan.FromHours(8);

    public ExpiringStore<SmartContext> Launches { get; } = new(clock, Capacity);

    public ExpiringStore<AuthorizationGrant> Codes { get; } = new(clock, Capacity);

    /// <summary>Codes that were redeemed: whoever brings one again holds a stolen code.</summary>
    public ExpiringStore<AuthorizationGrant> UsedCodes { get; } = new(clock, Capacity);

    public ExpiringStore<IssuedToken> AccessTokens { get; } = new(clock, Capacity);

    public ExpiringStore<IssuedToken> RefreshTokens { get; } = new(clock, Capacity);

    /// <summary>Refresh tokens that were rotated away.</summary>
    public ExpiringStore<AuthorizationGrant> UsedRefreshTokens { get; } = new(clock, Capacity);

    public ExpiringStore<string> AssertionIds { get; } = new(clock, Capacity);

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Opens a launch: an opaque value, good for one authorization.</summary>
    public string OpenLaunch(SmartContext context)
    {
        var launch = RandomToken.Next();
        Launches.TryAdd(launch, context, Now + LaunchLife);
        return launch;
    }

    public string OpenCode(AuthorizationGrant grant)
    {
        var code = RandomToken.Next();
        Codes.TryAdd(code, grant, Now + CodeLife);
        return code;
    }

    /// <summary>The grant of a code, once. A second time ends all that the first was given.</summary>
    public AuthorizationGrant? RedeemCode(string? code)
    {
        // Marked before it is taken: of two callers at the same time the loser sees the mark.
        if (Codes.Find(code) is { } grant)
        {
            UsedCodes.TryAdd(code!, grant, Now + RefreshLife);
            if (Codes.Take(code) is not null)
                return grant;
        }
        UsedCodes.Find(code)?.Revoke();
        return null;
    }

    public string OpenAccessToken(AuthorizationGrant grant, Scopes scopes) =>
        Keep(AccessTokens, grant, scopes, AccessLife);

    public string OpenRefreshToken(AuthorizationGrant grant, Scopes scopes) =>
        Keep(RefreshTokens, grant, scopes, RefreshLife);

    /// <summary>A rotated refresh token that comes again was stolen from someone: the family ends.</summary>
    public void PunishReplay(string? refreshToken) =>
        UsedRefreshTokens.Find(refreshToken)?.Revoke();

    public IssuedToken? FindAccessToken(string? token) =>
        AccessTokens.Find(token) is { Grant.IsAlive: true } issued ? issued : null;

    public IssuedToken? FindRefreshToken(string? token) =>
        RefreshTokens.Find(token) is { } issued && issued.Grant.IsRefreshable(Now) ? issued : null;

    private string Keep(
        ExpiringStore<IssuedToken> store,
        AuthorizationGrant grant,
        Scopes scopes,
        TimeSpan life
    )
    {
        var token = RandomToken.Next();
        store.TryAdd(token, new IssuedToken(grant, scopes, Now, Now + life), Now + life);
        return token;
    }
}
