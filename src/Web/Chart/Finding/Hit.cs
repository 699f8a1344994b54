using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>A record that was found.</summary>
/// <param name="RecordId">Its id.</param>
/// <param name="Title">Its name.</param>
/// <param name="When">Its date.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="IsWithdrawn">Whether its source withdrew it, so that it is no data (entered in error).</param>
/// <param name="Excerpts">The texts that hold what was sought, quoted.</param>
public sealed record Hit(
    string RecordId,
    string Title,
    PartialDate? When,
    SourceIdentifier? Source,
    bool IsWithdrawn,
    IReadOnlyList<IReadOnlyList<ExcerptPart>> Excerpts
)
{
    /// <summary>Who found it.</summary>
    public FoundBy By { get; init; } = FoundBy.Viewer;
}
