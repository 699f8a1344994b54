using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HeiChartViewer.Sandbox.Records;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>The records of one kind of one patient, ready to send, in an order that never changes.</summary>
internal sealed class RecordList
{
    public static readonly RecordList Empty = new([]);

    private readonly StoredRecord[] _records;
    private readonly Dictionary<string, StoredRecord> _byId;

    private RecordList(StoredRecord[] records)
    {
        _records = records;
        _byId = records.ToDictionary(record => record.Id, StringComparer.Ordinal);
    }

    /// <param name="wording">What happens to every text of the records, if anything does.</param>
    public static RecordList Of<T>(
        IEnumerable<T> records,
        JsonTypeInfo<T> json,
        Func<T, string> id,
        Func<T, CodeableConcept?> status,
        Func<string, string>? wording = null
    )
    {
        return new([
            .. records.Select(record => new StoredRecord(
                id(record),
                Written(record),
                Words(status(record))
            )),
        ]);

        byte[] Written(T record)
        {
            var written = JsonSerializer.SerializeToUtf8Bytes(record, json);
            return wording is null ? written : RecordText.Reword(written, wording);
        }
    }

    /// <summary>Records that were written elsewhere.</summary>
    /// <exception cref="ArgumentException">Two records have the same id.</exception>
    public static RecordList Of(IEnumerable<StoredRecord> records) => new([.. records]);

    public IReadOnlyList<StoredRecord> All => _records;

    public StoredRecord? Find(string id) => _byId.GetValueOrDefault(id);

    public IReadOnlyList<StoredRecord> WithStatus(string[] statuses) =>
        statuses.Length == 0
            ? _records
            :
            [
                .. _records.Where(record =>
                    record.Statuses.Any(word =>
                        statuses.Contains(word, StringComparer.OrdinalIgnoreCase)
                    )
                ),
            ];

    private static string[] Words(CodeableConcept? status) =>
        status is null
            ? []
            :
            [
                .. (status.Codings ?? [])
                    .Concat(status.SourceCodings ?? [])
                    .Select(coding => coding.Code)
                    .Append(status.Text)
                    .OfType<string>()
                    .Distinct(),
            ];
}
