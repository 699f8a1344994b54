using System.Net;

namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>The token service did not answer, or failed. To the retry it is as any transport that failed.</summary>
internal sealed class TokenServiceUnavailableException(
    UnavailableReason reason,
    HttpStatusCode? status = null
) : HttpRequestException("The token service is not available.", null, status)
{
    public UnavailableReason Reason => reason;
}
