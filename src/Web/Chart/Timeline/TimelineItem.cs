using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;

namespace HeiChartViewer.Web.Chart.Timeline;

/// <summary>One row of a section, as the timeline shows it.</summary>
/// <param name="View">The section.</param>
/// <param name="RecordId">The record that leads the row: to follow the item is to go there.</param>
/// <param name="Title">What it is.</param>
/// <param name="Remark">What tells it from others of the name: a result, a reason, a dose.</param>
/// <param name="Status">Its status, as the source words it.</param>
/// <param name="Period">When it was; null where no date is recorded.</param>
/// <param name="Source">The source of the record that leads the row.</param>
/// <param name="Contributors">How many records say this.</param>
/// <param name="Disagreements">Where their sources contradict each other.</param>
public sealed record TimelineItem(
    ChartView View,
    string RecordId,
    string Title,
    string? Remark,
    string? Status,
    Period? Period,
    SourceIdentifier? Source,
    int Contributors,
    IReadOnlyList<Disagreement> Disagreements
)
{
    /// <summary>The dates as recorded.</summary>
    public string When => Period?.Words ?? ClinicalDate.NotRecorded;

    /// <summary>The dates, and how many records say so where it is not one.</summary>
    public string WhenAndCount =>
        Contributors == 1 ? When : $"{When}, {Counted(Contributors, "{0} record", "{0} records")}";
}
