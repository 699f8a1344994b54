namespace HeiChartViewer.Sandbox.Search;

/// <summary>Where a term stands.</summary>
internal sealed record SearchFind(SearchTerm Term, SearchableText Text, int Start, int Length);
