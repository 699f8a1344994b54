using System.Globalization;
using System.Text;

namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>Issues and renews access tokens (contract 2.3).</summary>
internal sealed class TokenService(
    SystemAccounts accounts,
    OAuthTokens tokens,
    OAuthForm form,
    OAuthConduct conduct,
    TimeProvider clock
)
{
    public const string Path = "/oauth/access";

    private const string FormType = "application/x-www-form-urlencoded";
    private const int LongestBody = 16 * 1024;

    /// <summary>Answers a token request.</summary>
    /// <returns>Who asked, or why nobody was given a token.</returns>
    public async Task<Proof> ServeAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        OAuthToken? token = null;
        var problem = await ReadAsync(http.Request) is { } parameters
            ? Decide(http, parameters, out token)
            : OAuthProblem.Rejected(["body"]);
        if (problem is not null)
        {
            problem.Challenge(http);
            return Proof.Refused(problem.Code);
        }
        await AnswerAsync(http, token!);
        return Proof.Of(token!.Session.Account);
    }

    /// <summary>Issues a token, or says why not.</summary>
    private OAuthProblem? Decide(
        HttpContext http,
        OAuthParameters parameters,
        out OAuthToken? token
    )
    {
        token = null;
        var handle = parameters["oauth_session_handle"];
        if (OAuthForm.Check(parameters, handle is null ? [] : ["oauth_token"]) is { } malformed)
            return malformed;
        // There is no user who could have given one.
        if (parameters["oauth_verifier"] is not null)
            return new("verifier_invalid");
        if (accounts.ByConsumerKey(parameters["oauth_consumer_key"]!) is not { } account)
            return new("consumer_key_unknown");
        if (conduct.Take(account) is { } ordered)
            return ordered;
        if (form.CheckAge(parameters) is { } age)
            return age;

        var renewed = handle is null ? null : tokens.Find(parameters["oauth_token"]!);
        if (handle is not null && !IsOf(renewed, account, handle))
            return new("token_rejected");
        if (
            !OAuthSignature.IsValid(
                http,
                parameters,
                [account.ConsumerSecret!],
                renewed?.Secret ?? ""
            )
        )
            return new("signature_invalid");
        if (!tokens.TryUseNonce(parameters))
            return new("nonce_used");
        if (renewed is null)
        {
            token = tokens.Open(
                account,
                parameters["oauth_accessor_secret"],
                parameters["xoauth_principal"]
            );
            return null;
        }
        if (renewed.Session.IsRevoked)
            return new("token_revoked");
        if (renewed.Session.Ends <= clock.GetUtcNow())
            return new("token_expired");
        if (!renewed.TryRenew())
            return new("token_used");
        token = tokens.Renew(renewed);
        return null;
    }

    private static bool IsOf(OAuthToken? token, SystemAccount account, string handle) =>
        token is not null && token.Session.Account == account && token.Handle == handle;

    private async Task AnswerAsync(HttpContext http, OAuthToken token)
    {
        var now = clock.GetUtcNow();
        http.Response.ContentType = FormType;
        await http.Response.WriteAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"oauth_token={Uri.EscapeDataString(token.Value)}&oauth_token_secret={token.Secret}&oauth_session_handle={token.Handle}&oauth_expires_in={Left(token.Ends)}&oauth_authorization_expires_in={Left(token.Session.Ends)}"
            ),
            http.RequestAborted
        );

        long Left(DateTimeOffset end) => (long)(end - now).TotalSeconds;
    }

    /// <summary>The parameters of header, query and form together; null when the body is too long to be a form.</summary>
    private static async Task<OAuthParameters?> ReadAsync(HttpRequest request)
    {
        var parameters = new OAuthParameters();
        foreach (var header in request.Headers.Authorization)
            if (OAuthParameters.IsOAuth(header))
                parameters.AddHeader(header);
        parameters.AddForm(request.QueryString.Value);
        if (
            request.ContentType?.StartsWith(FormType, StringComparison.OrdinalIgnoreCase)
            is not true
        )
            return parameters;
        var body = new byte[LongestBody + 1];
        var length = await request.Body.ReadAtLeastAsync(
            body,
            body.Length,
            throwOnEndOfStream: false,
            request.HttpContext.RequestAborted
        );
        return length > LongestBody
            ? null
            : parameters.AddForm(Encoding.UTF8.GetString(body.AsSpan(0, length)));
    }
}
