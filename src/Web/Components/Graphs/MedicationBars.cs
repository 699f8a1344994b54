using HeiChartViewer.Web.Chart.Records;
using HeiChartViewer.Web.Chart.Results;

namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>Medications as bars: sure where both dates say so, open where a vague date leaves it open (GTAB-017).</summary>
internal static class MedicationBars
{
    /// <summary>An end that nobody recorded is a stump: how far it goes is not known.</summary>
    private const double Stump = 14;

    /// <summary>The medications that may have been taken within a time, those that began last on top.</summary>
    public static IReadOnlyList<DrawnMedication> Within(
        IReadOnlyList<MedicationCourse> medications,
        DateTime from,
        DateTime to,
        GraphScale time,
        double top
    )
    {
        return
        [
            .. medications
                .Where(course =>
                    course.Start?.Earliest is not null
                    && GraphTime.Start(course.Start) <= to
                    && (course.KnownEnd is not { } end || GraphTime.End(end) >= from)
                )
                .OrderByDescending(course => GraphTime.Start(course.Start!))
                .ThenBy(course => course.Id, StringComparer.Ordinal)
                .Select(Draw),
        ];

        DrawnMedication Draw(MedicationCourse course, int row)
        {
            var begins = At(GraphTime.Start(course.Start!));
            var sure = At(GraphTime.End(course.Start!));
            var (sureEnd, end) = course switch
            {
                { KnownEnd: { } known } => (At(GraphTime.Start(known)), At(GraphTime.End(known))),
                { Standing: Standing.Current } => (At(to), At(to)),
                _ => (sure, Math.Min(sure + Stump, At(to))),
            };
            return new DrawnMedication(
                course,
                begins,
                Math.Min(sure, end),
                Math.Max(sureEnd, Math.Min(sure, end)),
                end,
                top + row * ResultGraphLayout.BarHeight
            );
        }

        double At(DateTime moment) =>
            time.At(
                (
                    moment < from ? from
                    : moment > to ? to
                    : moment
                ).Ticks
            );
    }
}
