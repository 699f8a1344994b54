namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>How the token service is to behave; what is left out is as it is by itself.</summary>
internal sealed record OAuthOrder
{
    /// <summary>The <c>oauth_problem</c> to answer token requests with.</summary>
    public string? Problem { get; init; }

    /// <summary>Whose requests; null is everybody's.</summary>
    public string? Account { get; init; }

    /// <summary>How often; null is for ever.</summary>
    public int? Times { get; init; }

    /// <summary>How long a token lasts.</summary>
    public int? TokenSeconds { get; init; }

    /// <summary>How long its session handle renews it.</summary>
    public int? AuthorizationSeconds { get; init; }

    public string? Refuse(SystemAccounts accounts) =>
        Problem is not null && !OAuthProblem.Statuses.ContainsKey(Problem)
            ? $"problem must be one of {string.Join(", ", OAuthProblem.Statuses.Keys.Order(StringComparer.Ordinal))}"
        : Account is not null && accounts.Find(Account) is null ? "account is not an account"
        : Times is < 1 ? "times must be 1 or more, or null"
        : TokenSeconds is < 1 ? "tokenSeconds must be 1 or more, or null"
        : AuthorizationSeconds is < 1 ? "authorizationSeconds must be 1 or more, or null"
        : null;
}
