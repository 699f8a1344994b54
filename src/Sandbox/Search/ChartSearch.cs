using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Search;

/// <summary>Finds in one patient's chart all that a query asks for, the most telling first (contract 5; its form is assumed).</summary>
internal sealed class ChartSearch
{
    private const int LongestQuery = 500;
    private const int MostTerms = 20;
    private const int SnippetsOfHit = 3;
    private const int Around = 60;

    /// <summary>An index lives as long as the chart that it was made of.</summary>
    private readonly ConditionalWeakTable<Chart, ChartIndex> _indexes = [];

    public Answer Find(TenantCall call)
    {
        if (Query.RefuseBlank(call.Query, "query") is { } blank)
            return blank;
        if (call.Query["query"] is not [{ } query])
            return Answer.BadQuery("query", "is required once");
        if (query.Length > LongestQuery)
            return Answer.BadQuery("query", $"at most {LongestQuery} characters");
        var terms = SearchTerm.Of(query);
        if (terms.Count is 0 or > MostTerms)
            return Answer.BadQuery("query", $"between 1 and {MostTerms} words");

        return OffsetPage.Of(
            call,
            Ranked(call.Chart, terms).Index(),
            Written,
            page => page["concepts"] = Written(terms),
            "query"
        );
    }

    /// <summary>The hits, the most telling first; nothing is read before somebody looks at them.</summary>
    private IEnumerable<SearchHit> Ranked(Chart chart, IReadOnlyList<SearchTerm> terms)
    {
        var finders = terms.Select(term => new TermFinder(term)).ToList();
        var hits = _indexes
            .GetValue(chart, ChartIndex.Of)
            .Records.Select(record => SearchHit.Of(record, finders))
            .OfType<SearchHit>()
            .OrderByDescending(hit => hit.Score)
            .ThenByDescending(hit => hit.Record.Date, StringComparer.Ordinal)
            .ThenBy(hit => hit.Record.Id, StringComparer.Ordinal);
        foreach (var hit in hits)
            yield return hit;
    }

    private static JsonObject Written((int Place, SearchHit Hit) ranked)
    {
        var (place, hit) = ranked;
        var json = new JsonObject
        {
            ["id"] = hit.Record.Id,
            ["rank"] = place + 1,
            ["score"] = Math.Round(hit.Score, 4),
            ["type"] = hit.Record.Type,
            ["title"] = hit.Record.Title,
            ["category"] = hit.Record.Category,
            ["section"] = hit.Finds[0].Text.Section,
            ["date"] = hit.Record.Date,
            ["snippets"] = new JsonArray([
                .. hit
                    .Finds.DistinctBy(find => find.Text)
                    .Take(SnippetsOfHit)
                    .Select(find => (JsonNode)Snippet(find)),
            ]),
            ["matchedConcepts"] = Written(hit.Finds.Select(find => find.Term)),
            ["matchedTerms"] = new JsonArray([
                .. hit
                    .Finds.Select(find => find.Term.Asked)
                    .Distinct()
                    .Select(word => (JsonNode)word),
            ]),
        };
        foreach (var (name, link) in hit.Record.Links())
            json[name] = link?.DeepClone();
        return json;
    }

    /// <summary>What the terms were understood as.</summary>
    private static JsonArray Written(IEnumerable<SearchTerm> terms) =>
        new([
            .. terms
                .Select(term => term.Concept)
                .OfType<ClinicalConcept>()
                .Distinct()
                .Select(concept => new JsonObject
                {
                    ["contextId"] = Concepts.Ontology,
                    ["alias"] = concept.Alias,
                    ["display"] = concept.Display,
                }),
        ]);

    /// <summary>The words around a find as the source wrote them, the find itself marked.</summary>
    private static string Snippet(SearchFind find)
    {
        var (text, start, end) = (find.Text.Text, find.Start, find.Start + find.Length);
        var from = Cut(text, Math.Max(0, start - Around));
        var to = Cut(text, Math.Min(text.Length, end + Around));
        return (from > 0 ? "… " : "")
            + $"{text[from..start]}<em>{text[start..end]}</em>{text[end..to]}"
            + (to < text.Length ? " …" : "");
    }

    /// <summary>Not between the two halves of one character.</summary>
    private static int Cut(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
