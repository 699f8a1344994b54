using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace HeiChartViewer.Sandbox.Smart;

/// <summary>An authorization request that may be answered at its redirect URI.</summary>
internal sealed partial record AuthorizationRequest
{
    public required SmartClientOptions Client { get; init; }

    public required string RedirectUri { get; init; }

    public required string State { get; init; }

    public required Scopes Scopes { get; init; }

    public required string CodeChallenge { get; init; }

    public string? Nonce { get; init; }

    public string? Launch { get; init; }

    /// <summary>Whether an app outside the EHR has a patient picked.</summary>
    public bool NeedsPatient =>
        Launch is null
        && (
            Scopes.Has(Scopes.LaunchPatient)
            || Scopes.Has(Scopes.LaunchEncounter)
            || Scopes.All.Any(scope => scope.StartsWith("patient/", StringComparison.Ordinal))
        );

    /// <summary>Reads what follows once client and redirect URI are known to belong together.</summary>
    public static (AuthorizationRequest? Request, OAuthError? Error) Read(
        SmartClientOptions client,
        string redirectUri,
        Func<string, StringValues> parameter,
        string audience
    )
    {
        foreach (
            var name in (string[])
                [
                    "response_type",
                    "scope",
                    "state",
                    "aud",
                    "code_challenge",
                    "code_challenge_method",
                    "nonce",
                    "launch",
                ]
        )
            if (parameter(name).Count > 1)
                return Refuse("invalid_request", $"{name} is given more than once");
        if (parameter("response_type") != "code")
            return Refuse("unsupported_response_type", "response_type must be code");
        if (StringValues.IsNullOrEmpty(parameter("state")))
            return Refuse("invalid_request", "state is required");
        if (parameter("aud") != audience)
            return Refuse("invalid_request", "aud must be the FHIR base address");
        if (parameter("code_challenge_method") != "S256")
            return Refuse("invalid_request", "code_challenge_method must be S256");
        if (!Challenge().IsMatch(parameter("code_challenge").ToString()))
            return Refuse("invalid_request", "code_challenge must be 43 characters of base64url");
        var scopes = Scopes.Granted(parameter("scope"));
        if (scopes.IsEmpty)
            return Refuse("invalid_scope", "no scope that this server knows");
        var launch = parameter("launch").ToString();
        if (scopes.Has(Scopes.Launch) != launch.Length > 0)
            return Refuse(
                "invalid_request",
                "the scope launch and the parameter launch go together"
            );
        return (
            new AuthorizationRequest
            {
                Client = client,
                RedirectUri = redirectUri,
                State = parameter("state").ToString(),
                Scopes = scopes,
                CodeChallenge = parameter("code_challenge").ToString(),
                Nonce = parameter("nonce") is [{ Length: > 0 } nonce] ? nonce : null,
                Launch = launch.Length > 0 ? launch : null,
            },
            null
        );

        static (AuthorizationRequest?, OAuthError?) Refuse(string code, string description) =>
            (null, new OAuthError(code, description));
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{43}\z")]
    private static partial Regex Challenge();
}
