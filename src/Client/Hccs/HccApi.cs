using HealtheIntent.Client.Json;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>Hierarchical condition categories: what a patient's diagnoses mean for risk adjustment (contract 7).</summary>
[AssumedContract(
    "The API and its pipelines are documented (contract 7). Inferred are the rest of the path, which follows that of the prior diagnoses, and the members: those of the legacy object, in the casing of v1.",
    Api = "hcc"
)]
public sealed class HccApi
{
    private static readonly ApiOperation ListPersistentHccs = new(
        "persistent-hccs.list",
        "hcc",
        HttpMethod.Get,
        "/hcc/v1/pipelines/{pipelineId}/patients/{patientId}/persistent-hccs"
    );

    private readonly ApiCaller _caller;
    private readonly Pager _pager;

    internal HccApi(ApiCaller caller)
    {
        _caller = caller;
        _pager = new Pager(caller);
    }

    /// <summary>Lists a patient's persistent categories, page by page. The pipeline is configuration of the tenant's.</summary>
    /// <exception cref="ArgumentException">An ID is blank or too long, or a number is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<PersistentHcc>> ListPersistentAsync(
        string pipelineId,
        string patientId,
        OffsetQuery? query = null,
        CancellationToken cancellationToken = default
    ) =>
        _pager.ListAsync(
            ListPersistentHccs,
            ApiAddress.Of(ListPersistentHccs, _caller.Endpoints, pipelineId, patientId),
            query,
            HealtheIntentJson.Default.ListReplyPersistentHcc,
            cancellationToken
        );
}
