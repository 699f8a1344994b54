namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>The search within the open chart.</summary>
public sealed record FindState
{
    /// <summary>The search, while it is open.</summary>
    public FindInChart? Find { get; init; }

    /// <summary>What each section gave; null until the search is made.</summary>
    public IReadOnlyList<SectionFinding>? Sections { get; init; }

    /// <summary>What came of asking the tenant's search; null until it has answered or failed.</summary>
    public TenantFinding? Tenant { get; init; }

    /// <summary>Whether the search could not be recorded.</summary>
    public bool IsNotRecorded { get; init; }

    /// <summary>The record that a hit leads to, until it is shown.</summary>
    public MarkRecord? Marked { get; init; }
}
