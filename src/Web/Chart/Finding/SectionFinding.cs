using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Sections;

namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>What a section gave, and how much of it could be searched: "nothing found" holds for that and no more.</summary>
/// <param name="View">The section's view.</param>
/// <param name="Noun">What it holds, in the plural.</param>
/// <param name="Status">The section's state at the time.</param>
/// <param name="Searched">How many records were searched, without those that their source withdrew.</param>
/// <param name="Hits">The records found, the best first; those that their source withdrew last.</param>
public sealed record SectionFinding(
    ChartView View,
    Phrase Noun,
    SectionStatus Status,
    int Searched,
    IReadOnlyList<Hit> Hits
)
{
    /// <summary>Whether all there is was searched.</summary>
    public bool IsComplete => Status.IsComplete();

    /// <summary>How many records of the patient were found: what its source withdrew is none.</summary>
    public int Found => Hits.Count(hit => !hit.IsWithdrawn);
}
