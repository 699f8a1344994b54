using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Sections;

namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>What a section gave, and how much of it could be searched: "nothing found" holds for that and no more.</summary>
/// <param name="View">The section's view.</param>
/// <param name="Noun">What it holds, in the plural.</param>
/// <param name="Status">The section's state at the time.</param>
/// <param name="Searched">How many records were searched.</param>
/// <param name="Hits">The records found, the best first.</param>
public sealed record SectionFinding(
    ChartView View,
    string Noun,
    SectionStatus Status,
    int Searched,
    IReadOnlyList<Hit> Hits
)
{
    /// <summary>Whether all there is was searched.</summary>
    public bool IsComplete => Status.IsComplete();
}

/// <summary>A record that was found.</summary>
/// <param name="RecordId">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="When">Its date.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Excerpts">The texts that hold what was sought, quoted.</param>
public sealed record Hit(
    string RecordId,
    string Title,
    PartialDate? When,
    SourceIdentifier? Source,
    IReadOnlyList<IReadOnlyList<ExcerptPart>> Excerpts
);
