namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>An authorization: from its first token to the last that its session handle renews (contract 2.3).</summary>
internal sealed class OAuthSession(
    SystemAccount account,
    string? accessorSecret,
    string? principal,
    DateTimeOffset ends
)
{
    private volatile bool _isRevoked;

    public SystemAccount Account { get; } = account;

    /// <summary>What the caller chose to sign its API calls with; null when it chose nothing.</summary>
    public string? AccessorSecret { get; } = accessorSecret;

    public string? Principal { get; } = principal;

    public DateTimeOffset Ends { get; } = ends;

    public bool IsRevoked => _isRevoked;

    public void Revoke() => _isRevoked = true;
}
