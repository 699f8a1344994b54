using HeiChartViewer.Web.Chart.Sections;

namespace HeiChartViewer.Web.Components.Sections;

/// <summary>The words for each state of a section. "None" is said only where a record says it (design rule 2).</summary>
public static class SectionWords
{
    /// <summary>The state in the rail: a count, or the honest word in its place.</summary>
    public static string Rail(SectionStatus status, int count) =>
        status switch
        {
            SectionStatus.Loading when count == 0 => Say("loading"),
            SectionStatus.Loading => $"{Number(count)} …",
            SectionStatus.Known => Number(count),
            SectionStatus.KnownNone => Say("none known"),
            SectionStatus.NoneReceived => Say("none received"),
            SectionStatus.PartlyReceived => Say($"{Number(count)} of ?"),
            SectionStatus.NotAvailable => Say("not available"),
            SectionStatus.NotAuthorized => Say("not authorized"),
            SectionStatus.Withheld => Say("withheld"),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };

    /// <summary>The state in a heading, beside the section's name.</summary>
    public static string Heading(SectionStatus status, int count, int shown) =>
        status switch
        {
            SectionStatus.Known when shown != count => Say($"{Number(shown)} of {Number(count)}"),
            SectionStatus.Loading when count == 0 => Say("loading …"),
            SectionStatus.Loading => Say($"{Number(count)} so far …"),
            SectionStatus.PartlyReceived => Say($"{Number(count)} so far, more may exist"),
            _ => Rail(status, count),
        };

    /// <summary>The state in the heading of a card, which shows rows and counts records.</summary>
    public static string Card(SectionStatus status, int count, int shown) =>
        status is not SectionStatus.Known ? Heading(status, count, shown)
        : shown == count ? Counted(count, "{0} record", "{0} records")
        : Counted(count, "{1} of {0} record", "{1} of {0} records", Number(shown));

    /// <summary>The first sentence of the panel that stands where records are missing.</summary>
    public static string Fact(SectionStatus status, int count, Phrase noun) =>
        status switch
        {
            SectionStatus.NoneReceived => Say(
                $"None received. This is not a statement that there are no {noun}."
            ),
            SectionStatus.PartlyReceived => Say(
                $"Partly received: {Number(count)} {noun} so far, more may exist."
            ),
            SectionStatus.NotAvailable => Say(
                $"Not available. This does not mean that there are no {noun}."
            ),
            SectionStatus.NotAuthorized => Say(
                $"Not authorized. This does not mean that there are no {noun}."
            ),
            SectionStatus.Withheld => Say(
                $"Withheld. This does not mean that there are no {noun}."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };
}
