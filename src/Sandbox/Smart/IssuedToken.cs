namespace HeiChartViewer.Sandbox.Smart;

/// <summary>A token, and what it is good for.</summary>
internal sealed record IssuedToken(
    AuthorizationGrant Grant,
    Scopes Scopes,
    DateTimeOffset Issued,
    DateTimeOffset Ends
);
