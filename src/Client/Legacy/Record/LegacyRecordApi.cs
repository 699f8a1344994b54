using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HealtheIntent.Client.Legacy;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>
/// The older HealtheRecord API (contract 4), for tenants whose system account has no grant for version 1. It will be
/// retired; the APIs of version 1 are the ones to build on.
/// </summary>
public sealed class LegacyRecordApi
{
    private readonly ApiCaller _caller;
    private readonly Pager _pager;

    internal LegacyRecordApi(ApiCaller caller)
    {
        _caller = caller;
        _pager = new Pager(caller);
    }

    /// <summary>Finds the platform's person for a local one. The local ID travels in the body, out of addresses and their logs.</summary>
    /// <exception cref="ArgumentException">An ID is blank or too long; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">The platform did not answer the question.</exception>
    public Task<LegacyPersonLookup> LookupAsync(
        string populationId,
        SourceIdentifier source,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        // Checked as it would be in a path, where the other form has it.
        _ = PathSegment.Of(source.Id);
        return LookupAsync(
            LegacyRecordContract.LookupByPost,
            LegacyRecordContract.LookupPath(populationId, source.DataPartitionId),
            JsonSerializer.SerializeToUtf8Bytes(
                new LegacyLookupRequest(source.Id),
                LegacyJson.Default.LegacyLookupRequest
            ),
            cancellationToken
        );
    }

    /// <summary>
    /// The same with the local ID in the address, where proxies may log it: for a platform that refuses
    /// <see cref="LookupAsync(string, SourceIdentifier, CancellationToken)"/>.
    /// </summary>
    /// <exception cref="ArgumentException">An ID is blank or too long; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">The platform did not answer the question.</exception>
    public Task<LegacyPersonLookup> LookupByAddressAsync(
        string populationId,
        SourceIdentifier source,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        return LookupAsync(
            LegacyRecordContract.LookupByGet,
            $"{LegacyRecordContract.LookupPath(populationId, source.DataPartitionId)}?id={PathSegment.Of(source.Id)}",
            null,
            cancellationToken
        );
    }

    /// <summary>Searches the population's persons, page by page; without a criterion, all of them.</summary>
    /// <remarks>The criteria travel in the address, where proxies may log them.</remarks>
    /// <exception cref="ArgumentException">The ID or a criterion is blank, the ID is too long, or a number is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<LegacyPerson>> SearchAsync(
        string populationId,
        LegacyPersonSearch criteria,
        OffsetQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(criteria);
        query ??= new OffsetQuery();
        return _pager.ListAsync(
            new LegacyPages<LegacyPerson>(
                LegacyRecordContract.Search,
                Address(LegacyRecordContract.SearchPath(populationId, criteria)),
                query,
                LegacyJson.Default.LegacyListLegacyPerson,
                person => person.Id
            ),
            query.Prefetch,
            cancellationToken
        );
    }

    /// <summary>Gets a person's demographics.</summary>
    /// <param name="populationId">The population.</param>
    /// <param name="personId">The platform's person ID.</param>
    /// <param name="coverageType">Only insurances of this type, such as <c>ENROLLMENT</c>; null for all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">An ID is blank or too long, or the type is blank; nothing was sent.</exception>
    /// <exception cref="NotFoundException">The person does not exist.</exception>
    /// <exception cref="HealtheIntentException">The person could not be had.</exception>
    public async Task<LegacyPerson> GetPersonAsync(
        string populationId,
        string personId,
        string? coverageType = null,
        CancellationToken cancellationToken = default
    )
    {
        var path = LegacyRecordContract.PersonPath(populationId, personId);
        if (coverageType is not null)
            path += LegacyRecordContract.CoverageQuery(coverageType);
        var answer = await SendAsync(
                LegacyRecordContract.Person,
                path,
                LegacyJson.Default.LegacyPerson,
                null,
                cancellationToken
            )
            .ConfigureAwait(false);
        var person = answer.RequireValue();
        return person.Id is null || person.Id == personId
            ? person
            : throw new ContractViolationException(
                answer.Call,
                "the person is another than the one asked for.",
                "$.id"
            );
    }

    private async Task<LegacyPersonLookup> LookupAsync(
        ApiOperation operation,
        string path,
        byte[]? body,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var answer = await SendAsync(
                    operation,
                    path,
                    LegacyJson.Default.LegacyLookupReply,
                    body,
                    cancellationToken
                )
                .ConfigureAwait(false);
            return LegacyLookupReply.Read(answer);
        }
        catch (AmbiguousException exception)
        {
            return new LegacyPersonLookup.Many
            {
                CorrelationId = exception.CorrelationId,
                Location = exception.Location,
            };
        }
    }

    private Task<ApiAnswer<T>> SendAsync<T>(
        ApiOperation operation,
        string path,
        JsonTypeInfo<T> type,
        byte[]? body,
        CancellationToken cancellationToken
    )
        where T : class =>
        _caller.SendAsync(operation, Address(path), type, body, cancellationToken);

    private Uri Address(string path) =>
        new(_caller.Endpoints.ResolveLegacy(LegacySolution.Record), path);
}
