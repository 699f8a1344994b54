using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;

namespace HeiChartViewer.Web.Chart.Visits;

/// <summary>A visit or a stay that the chart can be narrowed to.</summary>
/// <param name="Name">Its date, and the service or the kind of visit.</param>
/// <param name="Ids">The encounters that are it: one for each source that recorded it.</param>
public sealed record Visit(string Name, IReadOnlyList<string> Ids)
{
    /// <summary>The visit of a row of encounters.</summary>
    public static Visit Of(MergedRecord<Encounter> row)
    {
        var lead = row.Lead;
        var what =
            lead.HospitalService?.Display
            ?? (lead.Type ?? lead.Classification)?.Display
            ?? Say("kind not recorded");
        return new Visit(
            $"{ClinicalDate.Day(lead.Start)}, {what}",
            [.. row.Contributors.Select(encounter => encounter.Id)]
        );
    }

    /// <summary>Whether a record was made in it. A record that names no encounter was made in none that is known.</summary>
    public bool Holds(ClinicalRecord record) =>
        record.Encounter is { Id: var encounter } && Ids.Contains(encounter);
}
