using HeiChartViewer.Web.Chart.Sections;

namespace HeiChartViewer.Web.Components.Sections;

/// <summary>The words for each state of a section. "None" is said only where a record says it (design rule 2).</summary>
public static class SectionWords
{
    /// <summary>The state in the rail: a count, or the honest word in its place.</summary>
    public static string Rail(SectionStatus status, int count) =>
        status switch
        {
            SectionStatus.Loading when count == 0 => "loading",
            SectionStatus.Loading => $"{Number(count)} …",
            SectionStatus.Known => Number(count),
            SectionStatus.KnownNone => "none known",
            SectionStatus.NoneReceived => "none received",
            SectionStatus.PartlyReceived => $"{Number(count)} of ?",
            SectionStatus.NotAvailable => "not available",
            SectionStatus.NotAuthorized => "not authorized",
            SectionStatus.Withheld => "withheld",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };

    /// <summary>The state in a heading, beside the section's name.</summary>
    public static string Heading(SectionStatus status, int count, int shown) =>
        status switch
        {
            SectionStatus.Known when shown != count => $"{Number(shown)} of {Number(count)}",
            SectionStatus.Loading when count == 0 => "loading …",
            SectionStatus.Loading => $"{Number(count)} so far …",
            SectionStatus.PartlyReceived => $"{Number(count)} so far, more may exist",
            _ => Rail(status, count),
        };

    /// <summary>The first sentence of the panel that stands where records are missing.</summary>
    public static string Fact(SectionStatus status, int count, string noun) =>
        status switch
        {
            SectionStatus.NoneReceived =>
                $"None received. This is not a statement that there are no {noun}.",
            SectionStatus.PartlyReceived =>
                $"Partly received: {Number(count)} {noun} so far, more may exist.",
            SectionStatus.NotAvailable =>
                $"Not available. This does not mean that there are no {noun}.",
            SectionStatus.NotAuthorized =>
                $"Not authorized. This does not mean that there are no {noun}.",
            SectionStatus.Withheld => $"Withheld. This does not mean that there are no {noun}.",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };

    /// <summary>A count with thousands set apart.</summary>
    public static string Number(int count) => Wording.Number(count);
}
