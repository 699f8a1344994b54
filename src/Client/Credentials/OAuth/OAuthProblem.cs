namespace HealtheIntent.Client;

/// <summary>Why the platform refused a token request or a token, in its own words (contract 2.3).</summary>
public sealed record OAuthProblem
{
    private static readonly HashSet<string> OfRequests = new(StringComparer.Ordinal)
    {
        "additional_authorization_required",
        "parameter_absent",
        "parameter_rejected",
        "signature_method_rejected",
        "timestamp_refused",
        "verifier_invalid",
        "version_rejected",
    };

    internal OAuthProblem(string code, IReadOnlyList<string> parameters) =>
        (Code, Parameters) = (code, parameters);

    /// <summary>The problem's code, such as <c>consumer_key_unknown</c>.</summary>
    public string Code { get; }

    /// <summary>The names of the parameters that are missing or were rejected; empty when the platform named none.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>
    /// Whether the way of asking is at fault (the contract's codes of status 400: clock, method, parameters) rather than
    /// the credential.
    /// </summary>
    public bool IsOfRequest => OfRequests.Contains(Code);

    /// <summary>
    /// The vendor's environment that refused, where it named one: when it is not that of
    /// <see cref="OAuthOptions.TokenAddress"/>, the token was asked for in the wrong one.
    /// </summary>
    public OAuthEnvironment? Environment { get; internal init; }
}
