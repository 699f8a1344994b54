using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Web.Chart.Results;

/// <summary>From when to when a medication was meant to be taken. That it was prescribed does not say that it was taken.</summary>
/// <param name="Row">The records that say it.</param>
/// <param name="Standing">Whether it is current, by evidence.</param>
public sealed record MedicationCourse(MergedRecord<Medication> Row, Standing Standing)
{
    /// <summary>The id of the record that is shown.</summary>
    public string Id => Row.Lead.Id;

    /// <summary>The medication.</summary>
    public string Name => Row.Lead.Code?.Display ?? Say("Not named by the source");

    /// <summary>When it begins.</summary>
    public PartialDate? Start => Row.Lead.Start ?? Row.Lead.PrescribedOn;

    /// <summary>When it ends, where that has a place in time.</summary>
    public PartialDate? KnownEnd => Row.Lead.End is { Earliest: not null } end ? end : null;

    /// <summary>Whether it is current, in words.</summary>
    public string StandingWords =>
        Standing switch
        {
            Standing.Current => Say("current"),
            Standing.Past => Say("ended"),
            _ => Say("not known whether current"),
        };

    /// <summary>Name, dose, dates and status, as they were recorded.</summary>
    public string Words =>
        RecordWords.Joined([
            RecordWords.Quantity(Row.Lead.Dose) is { } dose ? $"{Name} {dose}" : Name,
            Start is null
                ? Say("from a date not recorded")
                : Say($"from {ClinicalDate.Day(Start)}"),
            Row.Lead.End is { } end
                ? Say($"until {ClinicalDate.Day(end)}")
                : Say("end not recorded"),
            StandingWords,
            Row.Lead.Status?.Display is { } status
                ? Say($"status {status}")
                : Say("status not recorded"),
        ])!;

    /// <summary>The medications of a chart, newest first.</summary>
    public static IReadOnlyList<MedicationCourse> Of(
        RecordSection<Medication> section,
        IEnumerable<Medication> records
    ) =>
        [
            .. RecordMerge
                .Merge(
                    section,
                    section.Order(records.Where(record => !section.IsWithdrawn(record)))
                )
                .Select(row => new MedicationCourse(row, section.StandingOf(row))),
        ];
}
