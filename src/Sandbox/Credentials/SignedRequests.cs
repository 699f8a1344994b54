namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>Verifies API calls that are signed with an access token (contract 2.3).</summary>
internal sealed class SignedRequests(
    SystemAccounts accounts,
    OAuthTokens tokens,
    OAuthForm form,
    TimeProvider clock
)
{
    public Proof Verify(HttpContext http)
    {
        var parameters = new OAuthParameters()
            .AddHeader(http.Request.Headers.Authorization.ToString())
            .AddForm(http.Request.QueryString.Value);
        if (OAuthForm.Check(parameters, "oauth_token") is { } problem)
            return Proof.Refused(problem.Code);
        if (accounts.ByConsumerKey(parameters["oauth_consumer_key"]!) is not { } account)
            return Proof.Refused("consumer_key_unknown");
        if (
            tokens.Find(parameters["oauth_token"]!) is not { } token
            || token.Session.Account != account
        )
            return Proof.Refused("token_rejected");
        if (token.Session.IsRevoked)
            return Proof.Refused("token_revoked");
        if (token.Ends <= clock.GetUtcNow())
            return Proof.Refused("token_expired");
        if (!OAuthSignature.IsValid(http, parameters, ClientSecrets(token), token.Secret))
            return Proof.Refused("signature_invalid");
        // A plain signature proves no moment: callers send one header, nonce and all, for the life of a token.
        if (parameters["oauth_signature_method"] == OAuthSignature.Plaintext)
            return Proof.Of(account);
        if (form.CheckAge(parameters) is { } age)
            return Proof.Refused(age.Code);
        return tokens.TryUseNonce(parameters) ? Proof.Of(account) : Proof.Refused("nonce_used");
    }

    private static string[] ClientSecrets(OAuthToken token) =>
        token.Session.AccessorSecret is { } accessor
            ? [accessor]
            : ["", token.Session.Account.ConsumerSecret!];
}
