namespace HeiChartViewer.Sandbox.Search;

/// <summary>A record in which every term stands.</summary>
/// <param name="Record">The record.</param>
/// <param name="Finds">For each term, where it counts most; the most telling first.</param>
/// <param name="Score">How telling they are together, between 0 and 1.</param>
internal sealed record SearchHit(
    SearchedRecord Record,
    IReadOnlyList<SearchFind> Finds,
    double Score
)
{
    private const double Best = 3;

    /// <summary>What is written as it was asked counts more than what only belongs to it.</summary>
    private const double AsAsked = 1.2;

    /// <summary>The hit, or null where a term is nowhere in the record: all have to be (contract 5).</summary>
    public static SearchHit? Of(SearchedRecord record, IReadOnlyList<TermFinder> terms)
    {
        var finds = new List<(SearchFind Find, double Weight)>();
        foreach (var term in terms)
        {
            (SearchFind Find, double Weight)? best = null;
            foreach (var text in record.Texts)
                if (
                    text.Weight * AsAsked > (best?.Weight ?? 0)
                    && term.In(text) is var (start, length, isAsAsked)
                )
                {
                    var weight = text.Weight * (isAsAsked ? AsAsked : 1);
                    if (weight > (best?.Weight ?? 0))
                        best = (new SearchFind(term.Term, text, start, length), weight);
                }
            if (best is not { } found)
                return null;
            finds.Add(found);
        }
        return new SearchHit(
            record,
            [.. finds.OrderByDescending(x => x.Weight).Select(x => x.Find)],
            finds.Average(x => x.Weight) / (Best * AsAsked)
        );
    }
}
