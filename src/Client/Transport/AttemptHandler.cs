using System.Globalization;
using HealtheIntent.Client.Resilience;
using HealtheIntent.Client.Telemetry;

namespace HealtheIntent.Client.Transport;

/// <summary>
/// Sends a fresh request for each attempt, so that nothing one attempt did can reach the next, under an activity of its
/// own.
/// </summary>
internal sealed class AttemptHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        using var activity = ClientTelemetry.StartAttempt(
            ApiOperation.Of(request),
            CallProgress.Of(request).NextAttempt()
        );
        using var attempt = await RequestCopy
            .OfAsync(request, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            var response = await base.SendAsync(attempt, cancellationToken).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            ClientTelemetry.End(
                activity,
                status,
                status >= 400 ? status.ToString(CultureInfo.InvariantCulture) : null,
                CorrelationId.Of(response) ?? CorrelationId.Of(request)
            );
            return response;
        }
        catch (Exception exception)
        {
            ClientTelemetry.End(
                activity,
                null,
                exception.GetType().Name,
                CorrelationId.Of(request)
            );
            throw;
        }
    }
}
