using System.Globalization;
using System.Text.Json;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Registries;

/// <summary>What a registry takes from a record: the code it knows it by, its day, and a value where it has one.</summary>
/// <param name="Name">What the record is of, in words.</param>
/// <param name="Code">The code it was found by.</param>
/// <param name="Day">When it was; the first day of a year or month.</param>
/// <param name="Value">A number, where the record has one.</param>
/// <param name="RecordId">The record.</param>
/// <param name="PartitionId">Which source says so.</param>
internal sealed record ChartFact(
    string Name,
    string Code,
    DateOnly Day,
    double? Value,
    string RecordId,
    string? PartitionId
)
{
    private static readonly string[] WithdrawnStatuses = ["entered-in-error", "not-done"];

    /// <summary>A fact for each code of each record of a list, the newest first; what was withdrawn or not done is none.</summary>
    public static IEnumerable<ChartFact> In(RecordList records, string dateMember) =>
        records
            .All.Where(record => !record.Statuses.Intersect(WithdrawnStatuses).Any())
            .SelectMany(record => Of(record, dateMember))
            .OrderByDescending(fact => fact.Day);

    private static List<ChartFact> Of(StoredRecord record, string dateMember)
    {
        using var json = JsonDocument.Parse(record.Json);
        var root = json.RootElement;
        if (root.Member("code") is not { } concept || DayOf(root.Text(dateMember)) is not { } day)
            return [];
        var value = ValueOf(root);
        var partition = root.Member("sourceIdentifier")?.Text("dataPartitionId");
        return
        [
            .. concept
                .Codings()
                .Select(coding =>
                    coding.Text("code") is { } code
                        ? new ChartFact(
                            coding.Text("display") ?? concept.Text("text") ?? code,
                            code,
                            day,
                            value,
                            record.Id,
                            partition
                        )
                        : null
                )
                .OfType<ChartFact>(),
        ];
    }

    private static DateOnly? DayOf(string? text)
    {
        if (text is not { Length: >= 4 })
            return null;
        var day = text.Length switch
        {
            4 => $"{text}-01-01",
            7 => $"{text}-01",
            _ => text[..Math.Min(10, text.Length)],
        };
        return DateOnly.TryParseExact(
            day,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var read
        )
            ? read
            : null;
    }

    private static double? ValueOf(JsonElement record) =>
        double.TryParse(
            record.Member("value")?.Member("quantity")?.Text("value"),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
