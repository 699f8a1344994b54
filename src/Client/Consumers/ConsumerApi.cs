using HealtheIntent.Client.Json;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>People as users of consumer services, and the patients they are (contract 7).</summary>
[AssumedContract(
    "That a consumer has patients is documented, their members are not (contract 7); they follow those of the prior diagnoses.",
    Api = "consumer"
)]
public sealed class ConsumerApi
{
    private static readonly ApiOperation ListConsumers = new(
        "consumers.list",
        "consumer",
        HttpMethod.Get,
        "/consumer/v1/consumers"
    );

    private readonly ApiCaller _caller;
    private readonly Pager _pager;

    internal ConsumerApi(ApiCaller caller)
    {
        _caller = caller;
        _pager = new Pager(caller);
    }

    /// <summary>Lists the consumers that a local person is, page by page: one, none, or several that must not be picked from.</summary>
    /// <exception cref="ArgumentException">An ID is blank, or a number is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<Consumer>> ListAsync(
        SourceIdentifier source,
        OffsetQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        return _pager.ListAsync(
            ListConsumers,
            ApiAddress
                .Of(ListConsumers, _caller.Endpoints)
                .With("sourceId", source.Id)
                .With("dataPartitionId", source.DataPartitionId),
            query,
            HealtheIntentJson.Default.ListReplyConsumer,
            cancellationToken
        );
    }
}
