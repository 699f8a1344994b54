namespace HeiChartViewer.Web.Chart.CareGaps;

/// <summary>The words for how a patient stands to measures, each with a mark of its own.</summary>
public static class CareWords
{
    /// <summary>The standing in words.</summary>
    public static string Of(CareStanding standing) =>
        standing switch
        {
            CareStanding.Due => Say("due"),
            CareStanding.NotMet => Say("not met"),
            CareStanding.MissingData => Say("missing data"),
            CareStanding.Unclear => Say("not stated"),
            CareStanding.Met => Say("met"),
            CareStanding.Excluded => Say("does not apply"),
            _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
        };

    /// <summary>A shape that says the same without colour (WCAG 1.4.1).</summary>
    public static string Mark(CareStanding standing) =>
        standing switch
        {
            CareStanding.Due => "●",
            CareStanding.NotMet => "○",
            CareStanding.MissingData or CareStanding.Unclear => "?",
            CareStanding.Met => "✓",
            CareStanding.Excluded => "–",
            _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
        };

    /// <summary>How many measures stand how: "2 due, 1 missing data, 9 met".</summary>
    public static string Sum(IReadOnlyList<CareMeasure> measures) =>
        string.Join(
            ", ",
            measures
                .CountBy(one => one.Standing)
                .OrderBy(one => one.Key)
                .Select(one => $"{Number(one.Value)} {Of(one.Key)}")
        );

    /// <summary>What the rail says once everything was received.</summary>
    public static string Rail(IReadOnlyList<CareMeasure> measures) =>
        measures.Count(one => one.Standing is CareStanding.Due) is var due and > 0
            ? Counted(due, "{0} due", "{0} due")
            : Say("none due");
}
