namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>How the token service behaves: how long what it issues lasts, and what it was told to refuse.</summary>
internal sealed class OAuthConduct
{
    public static readonly TimeSpan DefaultTokenLife = TimeSpan.FromSeconds(3600);
    public static readonly TimeSpan DefaultAuthorizationLife = TimeSpan.FromSeconds(86400);

    private readonly Lock _gate = new();
    private string? _problem;
    private string? _account;
    private int _left;

    public TimeSpan TokenLife { get; private set; } = DefaultTokenLife;

    public TimeSpan AuthorizationLife { get; private set; } = DefaultAuthorizationLife;

    public OAuthState State
    {
        get
        {
            lock (_gate)
                return new OAuthState(
                    _problem,
                    _account,
                    _problem is null || _left == int.MaxValue ? null : _left,
                    (int)TokenLife.TotalSeconds,
                    (int)AuthorizationLife.TotalSeconds
                );
        }
    }

    public void Follow(OAuthOrder order)
    {
        lock (_gate)
        {
            (_problem, _account, _left) = (
                order.Problem,
                order.Account,
                order.Times ?? int.MaxValue
            );
            TokenLife = Seconds(order.TokenSeconds) ?? DefaultTokenLife;
            AuthorizationLife = Seconds(order.AuthorizationSeconds) ?? DefaultAuthorizationLife;
        }
    }

    /// <summary>The problem that was ordered for an account, while it lasts.</summary>
    public OAuthProblem? Take(SystemAccount account)
    {
        lock (_gate)
        {
            if (_problem is not { } problem || _account is not null && _account != account.Name)
                return null;
            if (_left != int.MaxValue && --_left == 0)
                _problem = null;
            return new OAuthProblem(problem);
        }
    }

    private static TimeSpan? Seconds(int? seconds) =>
        seconds is { } value ? TimeSpan.FromSeconds(value) : null;
}
