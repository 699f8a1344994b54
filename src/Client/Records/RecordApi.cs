using System.Runtime.InteropServices;
using System.Text.Json.Serialization.Metadata;
using HealtheIntent.Client.Json;
using HealtheIntent.Client.Paging;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>The lists and single records of one kind (contract 6.1).</summary>
/// <typeparam name="TRecord">The model of the kind's records.</typeparam>
[AssumedContract(
    "Documented for allergies alone, and inferred for the other kinds: the path of the list, its limit, cursor and status (contract 6.1)."
)]
public sealed class RecordApi<TRecord>
    where TRecord : ClinicalRecord
{
    private readonly Pager _pager;
    private readonly JsonTypeInfo<ListReply<TRecord>> _listType;
    private readonly JsonTypeInfo<TRecord> _recordType;
    private readonly ApiOperation _list;
    private readonly ApiOperation _get;

    internal RecordApi(
        ApiCaller caller,
        RecordKind kind,
        JsonTypeInfo<ListReply<TRecord>> listType,
        JsonTypeInfo<TRecord> recordType
    )
    {
        Kind = kind;
        Caller = caller;
        _pager = new Pager(caller);
        _listType = listType;
        _recordType = recordType;
        var template =
            $"/{kind.ApiName}/v1/populations/{{populationId}}/patients/{{patientId}}/{kind.Path}";
        _list = new ApiOperation($"{kind.Path}.list", kind.ApiName, HttpMethod.Get, template);
        _get = new ApiOperation(
            $"{kind.Path}.get",
            kind.ApiName,
            HttpMethod.Get,
            template + "/{recordId}"
        );
    }

    /// <summary>The kind of record.</summary>
    public RecordKind Kind { get; }

    internal ApiCaller Caller { get; }

    /// <summary>
    /// Lists a patient's records, page by page. The list is complete only when the last page came with
    /// <see cref="Page{T}.HasMore"/> false: an error after some pages leaves those pages valid and the list partial.
    /// </summary>
    /// <exception cref="ArgumentException">An ID is blank or too long, or the query is out of range; nothing was sent.</exception>
    /// <exception cref="HealtheIntentException">A page could not be had.</exception>
    public IAsyncEnumerable<Page<TRecord>> ListAsync(
        string populationId,
        string patientId,
        RecordQuery? query = null,
        CancellationToken cancellationToken = default
    )
    {
        query ??= new RecordQuery();
        var first = ApiAddress
            .Of(_list, Caller.Endpoints, populationId, patientId)
            .With("limit", query.CheckedLimit)
            .With("status", query.Statuses);
        return _pager.ListAsync(
            new CursorPages<TRecord>(_list, first.ToUri(), _listType),
            query.Prefetch,
            cancellationToken
        );
    }

    /// <summary>Gets one record.</summary>
    /// <exception cref="ArgumentException">An ID is blank or too long; nothing was sent.</exception>
    /// <exception cref="NotFoundException">The patient or the record does not exist.</exception>
    /// <exception cref="HealtheIntentException">The record could not be had.</exception>
    public Task<TRecord> GetAsync(
        string populationId,
        string patientId,
        string recordId,
        CancellationToken cancellationToken = default
    ) =>
        Caller.GetAsync(
            _get,
            ApiAddress.Of(_get, Caller.Endpoints, populationId, patientId, recordId),
            _recordType,
            cancellationToken
        );

    /// <summary>Gets one record together with the JSON it came as.</summary>
    /// <exception cref="ArgumentException">An ID is blank or too long; nothing was sent.</exception>
    /// <exception cref="NotFoundException">The patient or the record does not exist.</exception>
    /// <exception cref="HealtheIntentException">The record could not be had.</exception>
    public async Task<ReceivedRecord<TRecord>> GetAsReceivedAsync(
        string populationId,
        string patientId,
        string recordId,
        CancellationToken cancellationToken = default
    )
    {
        var address = ApiAddress.Of(_get, Caller.Endpoints, populationId, patientId, recordId);
        var answer = await Caller
            .SendAsync(
                _get,
                address.ToUri(),
                HealtheIntentJson.Default.JsonDocument,
                null,
                cancellationToken
            )
            .ConfigureAwait(false);
        // Cloned, for the element outlives the document and its rented bytes.
        using var document = answer.RequireValue();
        return new ReceivedRecord<TRecord>(
            AnswerBody.Read(
                answer.Call,
                JsonMarshal.GetRawUtf8Value(document.RootElement),
                _recordType
            )!,
            document.RootElement.Clone()
        );
    }
}
