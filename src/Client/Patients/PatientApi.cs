using System.Text.Json;
using HealtheIntent.Client.Json;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>Who a patient is: the ID lookup, the search, and the demographics (contract 3).</summary>
public sealed class PatientApi
{
    private readonly ApiCaller _caller;
    private readonly Pager _pager;

    internal PatientApi(ApiCaller caller)
    {
        _caller = caller;
        _pager = new Pager(caller);
    }

    /// <summary>
    /// Finds the platform's patient for a local person. Look up at the start of each session: the platform's ID is not
    /// stable (contract 8.7).
    /// </summary>
    /// <exception cref="ArgumentException">An ID is blank or too long; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">The platform did not answer the question.</exception>
    public async Task<PatientLookup> LookupAsync(
        string populationId,
        SourceIdentifier source,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        return await new PatientIdLookup(_caller, populationId, source.DataPartitionId)
            .FindAsync(source.Id, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>
    /// Finds the platform's patients for many local people of one data partition, with a request for up to 100 of them. Each
    /// has a lookup of their own: one that is several, or nobody, says nothing of the others.
    /// </summary>
    /// <param name="populationId">The population.</param>
    /// <param name="dataPartitionId">The namespace of the local IDs.</param>
    /// <param name="sourcePersonIds">The local IDs; one that is given twice is asked for once.</param>
    /// <param name="cancellationToken">Ends the lookup.</param>
    /// <returns>What was found for each of the local IDs.</returns>
    /// <exception cref="ArgumentException">An ID is blank or too long; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">The platform did not answer the question for all of them.</exception>
    public async Task<IReadOnlyDictionary<string, PatientLookup>> LookupManyAsync(
        string populationId,
        string dataPartitionId,
        IEnumerable<string> sourcePersonIds,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(sourcePersonIds);
        var ids = sourcePersonIds.ToList();
        // All of them are checked before the first is sent.
        PatientContract.LookupAddress(_caller.Endpoints, populationId, dataPartitionId, ids);
        return await new PatientIdLookup(_caller, populationId, dataPartitionId)
            .FindAsync(ids, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>
    /// Searches the population's patients, page by page. The platform may find several, or somebody similar; what it says of
    /// each beside the ID is in the reference's <see cref="OpenObject.Additional"/>.
    /// </summary>
    /// <param name="populationId">The population.</param>
    /// <param name="criteria">What is known of the person.</param>
    /// <param name="query">Which patients to ask for. Not set, from the first on, 20 at a time.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="ArgumentException">No criterion is given, an ID is blank or too long, or a number is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<Reference>> SearchAsync(
        string populationId,
        PatientSearch criteria,
        OffsetQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(criteria);
        if (!criteria.HasAny)
            throw new ArgumentException("At least one criterion is needed.", nameof(criteria));
        return _pager.ListAsync(
            PatientContract.Search,
            ApiAddress.Of(PatientContract.Search, _caller.Endpoints, populationId),
            query ?? new OffsetQuery { Limit = HealtheIntentDefaults.SearchLimit },
            HealtheIntentJson.Default.ListReplyReference,
            cancellationToken,
            JsonSerializer.SerializeToUtf8Bytes(criteria, HealtheIntentJson.Default.PatientSearch)
        );
    }

    /// <summary>Lists the demographic records of a patient, one per source, page by page.</summary>
    /// <exception cref="ArgumentException">An ID is blank or too long, or the limit is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<DemographicRecord>> ListDemographicsAsync(
        string populationId,
        string patientId,
        CursorQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        query ??= new CursorQuery();
        return _pager.ListAsync(
            new CursorPages<DemographicRecord>(
                PatientContract.ListDemographics,
                ApiAddress
                    .Of(
                        PatientContract.ListDemographics,
                        _caller.Endpoints,
                        populationId,
                        patientId
                    )
                    .With("limit", query.CheckedLimit)
                    .ToUri(),
                HealtheIntentJson.Default.ListReplyDemographicRecord
            ),
            query.Prefetch,
            cancellationToken
        );
    }

    /// <summary>Gets one demographic record.</summary>
    /// <exception cref="ArgumentException">An ID is blank or too long; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">The record could not be had.</exception>
    public Task<DemographicRecord> GetDemographicAsync(
        string populationId,
        string patientId,
        string demographicId,
        CancellationToken cancellationToken = default
    ) =>
        _caller.GetAsync(
            PatientContract.GetDemographic,
            ApiAddress.Of(
                PatientContract.GetDemographic,
                _caller.Endpoints,
                populationId,
                patientId,
                demographicId
            ),
            HealtheIntentJson.Default.DemographicRecord,
            cancellationToken
        );
}
