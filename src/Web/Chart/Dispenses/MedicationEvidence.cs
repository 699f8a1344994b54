using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Web.Chart.Dispenses;

/// <summary>The last there is of a medication of which nobody knows whether it is current: a reader judges by its age.</summary>
public static class MedicationEvidence
{
    /// <summary>The last fill with its supply, in words.</summary>
    /// <param name="dispensed">What belongs to the medication, the newest first.</param>
    /// <param name="areAll">Whether all dispenses have been received.</param>
    public static string Fill(IReadOnlyList<MatchedDispense> dispensed, bool areAll)
    {
        // One that was cancelled is no fill.
        var last = dispensed
            .Select(one => one.Dispense)
            .FirstOrDefault(one => Statuses.IsCompleted(one.Status));
        return (last, RecordWords.Quantity(last?.DaysSupply)) switch
        {
            (null, _) when !areAll => Say("fills not all received"),
            (null, _) => Say("no fill received"),
            (_, { } supply) => Say($"last fill {ClinicalDate.Day(last.DispensedOn)} for {supply}"),
            _ => Say($"last fill {ClinicalDate.Day(last.DispensedOn)}, supply not recorded"),
        };
    }

    /// <summary>The last date that any of the records gives, in words.</summary>
    public static string Recorded(MergedRecord<Medication> row) =>
        LastOf(row) is { } last
            ? Say($"last recorded {ClinicalDate.Day(last)}")
            : Say("date not recorded");

    /// <summary>The last date that any of the records gives; null where none gives any.</summary>
    public static PartialDate? LastOf(MergedRecord<Medication> row) =>
        row
            .Contributors.SelectMany(record => new[] { record.Start, record.PrescribedOn })
            .Where(date => date?.Earliest is not null)
            .Max();
}
