using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>Looks for words in the open chart. Each search is itself; two are never equal.</summary>
public sealed class FindInChart(ChartSession session, string words)
{
    /// <summary>The session whose chart is searched, and no other.</summary>
    public ChartSession Session { get; } = session;

    /// <summary>What to look for.</summary>
    public string Words { get; } = words;
}

/// <summary>A search has been recorded and made.</summary>
/// <param name="Find">The search.</param>
/// <param name="Sections">What each section gave.</param>
public sealed record FoundInChart(FindInChart Find, IReadOnlyList<SectionFinding> Sections);

/// <summary>The tenant's chart search has answered, or it is known that it does not.</summary>
public sealed record TenantSearched(FindInChart Find, TenantFinding Finding);

/// <summary>A search could not be recorded, so it was not made (design rule 6).</summary>
public sealed record FindNotRecorded(FindInChart Find);

/// <summary>The reader has seen enough.</summary>
public sealed record FindClosed;

/// <summary>A hit is followed: its record is to be shown, marked, in its section.</summary>
/// <param name="View">The section.</param>
/// <param name="RecordId">The record.</param>
public sealed record MarkRecord(ChartView View, string RecordId);

/// <summary>The section shows the marked record; who comes back to the section later is not led there again.</summary>
public sealed record RecordMarked(MarkRecord Mark);
