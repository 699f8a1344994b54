using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>
/// The tenant's sensitive-data filter: a record that names a sensitive word or code is not there, and neither is what
/// belongs to a visit or document that is not there (contract 8.8).
/// </summary>
internal sealed class SensitiveFilter
{
    public static readonly IReadOnlyList<string> DefaultTerms =
    [
        "depression",
        "depressive",
        "anxiety",
        "sertraline",
        "PHQ-9",
        "HIV",
        "immunodeficiency",
    ];

    private static readonly SensitiveOrder Off = new() { On = false, Terms = DefaultTerms };

    private volatile SensitiveOrder _state = Off;

    public SensitiveOrder State => _state;

    public bool IsOn => _state.On == true;

    public void Follow(SensitiveOrder order) =>
        _state = order with { Terms = order.Terms ?? DefaultTerms };

    public void Reset() => _state = Off;

    public Chart Apply(Chart chart)
    {
        var state = _state;
        if (state.On != true)
            return chart;
        var terms = state.Terms!;
        var visits = chart
            .Encounters.All.Where(visit => Names(visit, terms))
            .Select(visit => visit.Id)
            .ToFrozenSet(StringComparer.Ordinal);
        var binaries = chart
            .Binaries.Where(binary =>
                Names(Encoding.UTF8.GetString(binary.Value.Bytes.Span), terms)
            )
            .Select(binary => binary.Key)
            .ToFrozenSet(StringComparer.Ordinal);
        var documents = chart
            .DocumentReferences.All.Where(document => IsHidden(document, terms, visits, binaries))
            .ToFrozenSet();
        var orphans = documents.SelectMany(BinariesOf).ToFrozenSet(StringComparer.Ordinal);
        return chart.Map(
            (kind, list) =>
                kind.Resource == "demographics"
                    ? list
                    : RecordList.Of(
                        list.All.Where(record => !IsHidden(record, terms, visits, binaries))
                    )
        ) with
        {
            Binaries = chart
                .Binaries.Where(binary =>
                    !binaries.Contains(binary.Key) && !orphans.Contains(binary.Key)
                )
                .ToFrozenDictionary(),
        };
    }

    private static bool IsHidden(
        StoredRecord record,
        IReadOnlyList<string> terms,
        FrozenSet<string> visits,
        FrozenSet<string> binaries
    ) =>
        visits.Contains(record.Id)
        || Names(record, terms)
        || visits.Count > 0 && VisitOf(record) is { } visit && visits.Contains(visit)
        || binaries.Count > 0 && BinariesOf(record).Any(binaries.Contains);

    private static bool Names(StoredRecord record, IReadOnlyList<string> terms) =>
        Names(Encoding.UTF8.GetString(record.Json.Span), terms);

    /// <summary>Whether a text holds one of the terms as a word, in any case.</summary>
    private static bool Names(string text, IReadOnlyList<string> terms) =>
        terms.Any(term =>
        {
            for (
                var at = text.IndexOf(term, StringComparison.OrdinalIgnoreCase);
                at >= 0;
                at = text.IndexOf(term, at + 1, StringComparison.OrdinalIgnoreCase)
            )
                if (
                    (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                    && (
                        at + term.Length == text.Length
                        || !char.IsLetterOrDigit(text[at + term.Length])
                    )
                )
                    return true;
            return false;
        });

    private static string? VisitOf(StoredRecord record)
    {
        using var json = JsonDocument.Parse(record.Json);
        return json.RootElement.Member("encounter")?.Text("id");
    }

    private static List<string> BinariesOf(StoredRecord record)
    {
        using var json = JsonDocument.Parse(record.Json);
        return
        [
            .. json
                .RootElement.Items("contents")
                .Select(content => content.Member("binary")?.Text("id"))
                .OfType<string>(),
        ];
    }
}
