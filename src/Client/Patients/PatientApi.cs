using System.Text.Json;
using HealtheIntent.Client.Json;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>Who a patient is: the ID lookup, the search, and the demographics (contract 3).</summary>
public sealed class PatientApi
{
    private const string Api = "patient";
    private const string Root = "/patient/v1/populations/{populationId}";

    private static readonly ApiOperation Lookup = new(
        "patients.lookup",
        Api,
        HttpMethod.Get,
        Root + "/patient-id-lookup"
    );

    private static readonly ApiOperation Search = new(
        "patients.search",
        Api,
        HttpMethod.Post,
        Root + "/patient-search"
    );

    private static readonly ApiOperation ListDemographics = new(
        "demographics.list",
        Api,
        HttpMethod.Get,
        Root + "/patients/{patientId}/demographics"
    );

    private static readonly ApiOperation GetDemographic = new(
        "demographics.get",
        Api,
        HttpMethod.Get,
        Root + "/patients/{patientId}/demographics/{demographicId}"
    );

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
        var address = ApiAddress
            .Of(Lookup, _caller.Endpoints, populationId)
            .With("dataPartitionId", source.DataPartitionId)
            .With("sourcePersonId", source.Id)
            .ToUri();
        try
        {
            var answer = await _caller
                .SendAsync(
                    Lookup,
                    address,
                    HealtheIntentJson.Default.ListReplyLookupItem,
                    null,
                    cancellationToken
                )
                .ConfigureAwait(false);
            return LookupReply.Read(answer, source.Id);
        }
        catch (NotFoundException exception)
        {
            return new PatientLookup.None { CorrelationId = exception.CorrelationId };
        }
        catch (AmbiguousException exception)
        {
            return new PatientLookup.Many([]) { CorrelationId = exception.CorrelationId };
        }
    }

    /// <summary>Searches the population's patients. The platform may return several, or somebody similar.</summary>
    /// <exception cref="ArgumentException">No criterion is given, or a number is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">The platform did not answer the question.</exception>
    public async Task<PatientSearchPage> SearchAsync(
        string populationId,
        PatientSearch criteria,
        int offset = 0,
        int limit = HealtheIntentDefaults.SearchLimit,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, HealtheIntentDefaults.MaxPageLimit);
        if (!criteria.HasAny)
            throw new ArgumentException("At least one criterion is needed.", nameof(criteria));

        var answer = await _caller
            .SendAsync(
                Search,
                ApiAddress
                    .Of(Search, _caller.Endpoints, populationId)
                    .With("offset", offset)
                    .With("limit", limit)
                    .ToUri(),
                HealtheIntentJson.Default.ListReplyReference,
                JsonSerializer.SerializeToUtf8Bytes(
                    criteria,
                    HealtheIntentJson.Default.PatientSearch
                ),
                cancellationToken
            )
            .ConfigureAwait(false);
        var reply = answer.RequireValue();
        var patients = ListItems.Of(reply, answer.Call);
        return new PatientSearchPage
        {
            PatientIds = [.. patients.Select(patient => patient.Id)],
            TotalResults = reply.TotalResults,
            HasMore =
                !string.IsNullOrWhiteSpace(reply.NextLink)
                || reply.TotalResults > offset + patients.Count,
            CorrelationId = answer.CorrelationId,
            ReceivedAt = answer.ReceivedAt,
        };
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
                ListDemographics,
                ApiAddress
                    .Of(ListDemographics, _caller.Endpoints, populationId, patientId)
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
            GetDemographic,
            ApiAddress.Of(
                GetDemographic,
                _caller.Endpoints,
                populationId,
                patientId,
                demographicId
            ),
            HealtheIntentJson.Default.DemographicRecord,
            cancellationToken
        );
}
