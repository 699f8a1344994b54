namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>Which account a request proves: by a bearer token or by an OAuth 1.0a signature (contract 2.2, 2.3).</summary>
internal sealed class RequestAuthenticator(SystemAccounts accounts, SignedRequests signed)
{
    private const string Bearer = "Bearer ";

    public Proof Authenticate(HttpContext http) =>
        http.Request.Headers.Authorization switch
        {
            [] => Proof.Refused("header_missing"),
            [{ } header] when header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) =>
                accounts.ByBearerToken(header[Bearer.Length..].Trim()) is { } account
                    ? Proof.Of(account)
                    : Proof.Refused("token_rejected"),
            [{ } header] when OAuthParameters.IsOAuth(header) => signed.Verify(http),
            _ => Proof.Refused("header_malformed"),
        };
}
