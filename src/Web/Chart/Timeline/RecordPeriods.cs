using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Web.Chart.Timeline;

/// <summary>When a record says that something was: for a time, or on a date.</summary>
internal static class RecordPeriods
{
    /// <summary>The time of a record; null where none is recorded.</summary>
    public static Period? Of<TRecord>(
        RecordSection<TRecord> section,
        TRecord record,
        DateOnly today
    )
        where TRecord : ClinicalRecord
    {
        var start = section.When(record);
        return record switch
        {
            Encounter stay => Period.Between(start, stay.End, Unended.IsUnknown, today),
            Procedure { Start: not null, End: not null } done => Period.Between(
                done.Start,
                done.End,
                Unended.IsUnknown,
                today
            ),
            Medication taken => Period.Between(start, taken.End, Ending(), today),
            Condition { Onset: not null } known => Period.Between(
                start,
                known.ResolvedOn,
                Ending(),
                today
            ),
            // Asserted then: nobody says that it began then.
            Condition known => Period.Between(start, known.ResolvedOn, Ending(), today)
                is { } period
                ? period with
                {
                    IsBeginningOpen = true,
                }
                : null,
            _ => Period.At(start),
        };

        Unended Ending() =>
            section.StandingOf(Merging.MergedRecord<TRecord>.Alone(record)) switch
            {
                Standing.Current => Unended.Continues,
                Standing.Past => Unended.IsOver,
                _ => Unended.IsUnknown,
            };
    }

    /// <summary>
    /// The time of a row. What lasts may have lasted several times, and each record knows of one; what happened once
    /// happened when the row says.
    /// </summary>
    public static Period? Of<TRecord>(
        RecordSection<TRecord> section,
        Merging.MergedRecord<TRecord> row,
        DateOnly today
    )
        where TRecord : ClinicalRecord
    {
        if (typeof(TRecord) != typeof(Condition) && typeof(TRecord) != typeof(Medication))
            return Of(section, row.Lead, today);
        Period[] periods =
        [
            .. row
                .Contributors.Where(record => record != row.Lead)
                .Prepend(row.Lead)
                .Select(record => Of(section, record, today))
                .OfType<Period>(),
        ];
        return periods.Length == 0 ? null : Period.Together(periods);
    }
}
