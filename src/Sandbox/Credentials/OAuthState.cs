namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>How the token service behaves, as the control shows it.</summary>
internal sealed record OAuthState(
    string? Problem,
    string? Account,
    int? Times,
    int TokenSeconds,
    int AuthorizationSeconds
);
