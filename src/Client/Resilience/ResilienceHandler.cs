using HealtheIntent.Client.Transport;
using Polly;

namespace HealtheIntent.Client.Resilience;

/// <summary>Sends through the pipeline of the request's host and API, with a fresh request for each attempt.</summary>
internal sealed class ResilienceHandler(ResiliencePipelines pipelines) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        using var place = await pipelines.EnterAsync(cancellationToken).ConfigureAwait(false);
        var pipeline = pipelines.For(request.RequestUri!, ApiOperation.Of(request).Api);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            pipelines.StartBudget(context);
            return await pipeline
                .ExecuteAsync(
                    static async (context, call) =>
                        await call
                            .Handler.AttemptAsync(call.Request, context.CancellationToken)
                            .ConfigureAwait(false),
                    context,
                    (Handler: this, Request: request)
                )
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<HttpResponseMessage> AttemptAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        using var attempt = await RequestCopy
            .OfAsync(request, cancellationToken)
            .ConfigureAwait(false);
        return await base.SendAsync(attempt, cancellationToken).ConfigureAwait(false);
    }
}
