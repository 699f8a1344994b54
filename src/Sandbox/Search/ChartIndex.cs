using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Population.Documents;
using HeiChartViewer.Sandbox.Terminology;
using Microsoft.Net.Http.Headers;

namespace HeiChartViewer.Sandbox.Search;

/// <summary>What can be found in one chart: documents, measurements, problems, medications, procedures, allergies.</summary>
internal sealed partial class ChartIndex
{
    private const double OfTitle = 2.5;
    private const double OfValue = 1;
    private const double OfCode = 0.8;
    private const double OfNote = 1;

    private static readonly string[] Withdrawn = ["entered-in-error"];

    private ChartIndex(IReadOnlyList<SearchedRecord> records) => Records = records;

    public IReadOnlyList<SearchedRecord> Records { get; }

    public static ChartIndex Of(Chart chart)
    {
        var texts = new SharedTexts();
        return new([
            .. chart.DocumentReferences.All.Where(IsValid).Select(x => Document(x, chart)),
            .. Coded(texts, chart.Observations, "MEASUREMENT", "RESULT", "effectiveOn"),
            .. Coded(texts, chart.Conditions, "CONDITION", "PROBLEM", "onset", "assertedOn"),
            .. Coded(texts, chart.Medications, "MEDICATION", "MEDICATION", "start", "prescribedOn"),
            .. Coded(texts, chart.Procedures, "PROCEDURE", "PROCEDURE", "start", "end"),
            .. Coded(texts, chart.Allergies, "ALLERGY", "ALLERGY", "assertedOn"),
        ]);
    }

    private static IEnumerable<SearchedRecord> Coded(
        SharedTexts shared,
        RecordList records,
        string type,
        string category,
        params string[] dates
    ) => records.All.Where(IsValid).Select(record => Coded(shared, record, type, category, dates));

    private static bool IsValid(StoredRecord record) => !record.Statuses.Intersect(Withdrawn).Any();

    private static SearchedRecord Coded(
        SharedTexts shared,
        StoredRecord record,
        string type,
        string category,
        string[] dates
    )
    {
        using var json = JsonDocument.Parse(record.Json);
        var root = json.RootElement;
        var (words, others) = shared.OfCode(root.Member("code") ?? default);
        var title = words ?? category;
        var texts = new List<SearchableText> { shared.Of(null, OfTitle, title) };
        foreach (var other in others)
            texts.Add(shared.Of("Code", OfCode, other));
        if (root.Member("value") is { } held && Value(held) is { } value)
            texts.Add(shared.Of("Value", OfValue, $"{title} {value}"));
        foreach (var part in root.Items("components"))
            if (part.Member("code")?.Words() is { } name)
                texts.Add(
                    shared.Of(
                        "Part",
                        OfValue,
                        part.Member("value") is { } found && Value(found) is { } told
                            ? $"{name} {told}"
                            : name
                    )
                );
        foreach (var note in root.Items("notes"))
            if (note.Text("text") is { } remark)
                texts.Add(shared.Of("Note", OfNote, remark));
        foreach (var reaction in root.Items("reactions"))
            if (reaction.Member("reaction")?.Words() is { } shown)
                texts.Add(shared.Of("Reaction", OfNote, shown));
        return new SearchedRecord
        {
            Id = record.Id,
            Type = type,
            Category = category,
            Title = title,
            Date = dates.Select(date => root.Text(date)).FirstOrDefault(date => date is not null),
            Links = () => Links(record),
            Texts = texts,
        };
    }

    private static SearchedRecord Document(StoredRecord record, Chart chart)
    {
        using var json = JsonDocument.Parse(record.Json);
        var root = json.RootElement;
        var type = root.Member("type") ?? default;
        var title = type.Words() ?? "Document";
        var texts = new List<SearchableText> { new(null, OfTitle, title) };
        if (root.Text("description") is { } description)
            texts.Add(new(null, OfTitle, description));
        foreach (var content in root.Items("contents"))
            if (
                content.Member("binary")?.Text("id") is { } id
                && chart.Binaries.TryGetValue(id, out var binary)
                && Plain(binary) is { } plain
            )
                texts.AddRange(SearchableText.Of(plain));
        return new SearchedRecord
        {
            Id = record.Id,
            Type = "DOCUMENT",
            Category = DocumentKind.SearchCategoryOf(
                type.Codings().Select(coding => coding.Text("code")),
                title
            ),
            Title = title,
            Date = root.Text("createdOn"),
            Links = () =>
            {
                var links = Links(record);
                links["document"] = new JsonObject { ["id"] = record.Id };
                return links;
            },
            Texts = texts,
        };
    }

    /// <summary>The words of a document; null where its form has none that could be read.</summary>
    private static string? Plain(StoredBinary binary)
    {
        if (!MediaTypeHeaderValue.TryParse(binary.ContentType, out var form))
            return null;
        // A set of letters that is not known is read as most are.
        var text = (form.Encoding ?? Encoding.UTF8).GetString(binary.Bytes.Span);
        return form.MediaType.Value?.ToLowerInvariant() switch
        {
            "application/pdf" => PdfDocument.Words(binary.Bytes.Span),
            "text/plain" => text,
            "text/html" or "application/xml" or "text/xml" or "application/hl7-cda+xml" =>
                WebUtility.HtmlDecode(Markup().Replace(Unspoken().Replace(text, " "), "\n")),
            _ => null,
        };
    }

    private static JsonObject Links(StoredRecord record)
    {
        using var json = JsonDocument.Parse(record.Json);
        var links = new JsonObject();
        foreach (var name in (string[])["encounter", "sourceIdentifier"])
            if (json.RootElement.Member(name) is { } link)
                links[name] = JsonNode.Parse(link.GetRawText());
        return links;
    }

    private static string? Value(JsonElement value) =>
        value.Member("quantity") is { } quantity
            ? string.Join(
                ' ',
                new[] { quantity.Text("value"), quantity.Member("unit")?.Words() }.OfType<string>()
            )
            : value.Member("codeableConcept")?.Words() ?? value.Text("text");

    [GeneratedRegex(
        "<(script|style|head)\\b.*?</\\1\\s*>",
        RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Unspoken();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();
}
