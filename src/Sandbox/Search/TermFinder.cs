namespace HeiChartViewer.Sandbox.Search;

/// <summary>Looks for one term of a query; a text that many records have in common is looked through once.</summary>
internal sealed class TermFinder(SearchTerm term)
{
    private readonly Dictionary<SearchableText, (int Start, int Length, bool IsAsAsked)?> _known =
        new(ReferenceEqualityComparer.Instance);

    public SearchTerm Term => term;

    /// <summary>Where the term stands in a text; null where it does not.</summary>
    public (int Start, int Length, bool IsAsAsked)? In(SearchableText text)
    {
        if (!_known.TryGetValue(text, out var known))
            _known[text] = known = term.In(text.Folded);
        return known;
    }
}
