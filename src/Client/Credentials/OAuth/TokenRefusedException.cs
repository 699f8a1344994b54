using System.Net;

namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>The token service answered, and issued no token. Not tried again as it is.</summary>
internal sealed class TokenRefusedException(
    HttpStatusCode status,
    string? correlationId,
    OAuthProblem? problem,
    DateTimeOffset? serverTime
) : Exception("No token was issued.")
{
    public HttpStatusCode Status => status;

    public string? CorrelationId => correlationId;

    public OAuthProblem? Problem => problem;

    /// <summary>The time on the service's clock, where it said so.</summary>
    public DateTimeOffset? ServerTime => serverTime;

    /// <summary>Whether another credential might be accepted.</summary>
    public bool IsOfCredential => problem is not { IsOfRequest: true };
}
