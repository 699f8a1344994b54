namespace HeiChartViewer.Web.Chart.Sections;

/// <summary>What the states of a section have in common.</summary>
public static class SectionStatuses
{
    /// <summary>Whether HealtheIntent has answered in full: nothing more is to come, and nothing failed.</summary>
    public static bool IsComplete(this SectionStatus status) =>
        status is SectionStatus.Known or SectionStatus.KnownNone or SectionStatus.NoneReceived;
}
