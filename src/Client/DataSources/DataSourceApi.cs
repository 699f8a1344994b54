using HealtheIntent.Client.Json;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>Where data comes from, and the partitions it is filed in (contract 7).</summary>
[AssumedContract(
    "Data partitions are named in the documentation (contract 7). Inferred are their paths, of the list and of one, and their members, for no schema is published: those of a data source.",
    Api = "data-source"
)]
public sealed class DataSourceApi
{
    private static readonly ApiOperation ListSources = new(
        "data-sources.list",
        "data-source",
        HttpMethod.Get,
        "/data-source/v1/data-sources"
    );

    private static readonly ApiOperation ListDataPartitions = new(
        "data-partitions.list",
        "data-source",
        HttpMethod.Get,
        "/data-source/v1/data-partitions"
    );

    private static readonly ApiOperation GetDataPartition = new(
        "data-partitions.get",
        "data-source",
        HttpMethod.Get,
        "/data-source/v1/data-partitions/{dataPartitionId}"
    );

    private readonly ApiCaller _caller;
    private readonly Pager _pager;

    internal DataSourceApi(ApiCaller caller)
    {
        _caller = caller;
        _pager = new Pager(caller);
    }

    /// <summary>Lists the tenant's data sources, page by page.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<DataSource>> ListAsync(
        OffsetQuery? query = null,
        CancellationToken cancellationToken = default
    ) =>
        _pager.ListAsync(
            ListSources,
            ApiAddress.Of(ListSources, _caller.Endpoints),
            query,
            HealtheIntentJson.Default.ListReplyDataSource,
            cancellationToken
        );

    /// <summary>Lists the data partitions, page by page.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<DataPartitionDetails>> ListPartitionsAsync(
        OffsetQuery? query = null,
        CancellationToken cancellationToken = default
    ) =>
        _pager.ListAsync(
            ListDataPartitions,
            ApiAddress.Of(ListDataPartitions, _caller.Endpoints),
            query,
            HealtheIntentJson.Default.ListReplyDataPartitionDetails,
            cancellationToken
        );

    /// <summary>Gets one data partition, for its name.</summary>
    /// <exception cref="ArgumentException">An ID is blank or too long; nothing was sent.</exception>
    /// <exception cref="NotFoundException">The partition does not exist.</exception>
    /// <exception cref="HealtheIntentException">It could not be had.</exception>
    public Task<DataPartitionDetails> GetPartitionAsync(
        string dataPartitionId,
        CancellationToken cancellationToken = default
    ) =>
        _caller.GetAsync(
            GetDataPartition,
            ApiAddress.Of(GetDataPartition, _caller.Endpoints, dataPartitionId),
            HealtheIntentJson.Default.DataPartitionDetails,
            cancellationToken
        );
}
