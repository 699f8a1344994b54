using HeiChartViewer.Web.Chart.Sections;
using HeiChartViewer.Web.Chart.Timeline;
using HeiChartViewer.Web.Components.Sections;

namespace HeiChartViewer.Web.Components.Timeline;

/// <summary>What a lane says of itself where it is not simply all there. An empty lane never goes unexplained.</summary>
internal static class LaneWords
{
    /// <summary>The words; null of a lane that holds all there is.</summary>
    public static string? Of(LaneContents lane) =>
        lane.Status switch
        {
            SectionStatus.Loading when lane.Records > 0 => Say(
                $"Loading: {Number(lane.Records)} {lane.Noun} so far, shown when all have come."
            ),
            SectionStatus.Loading => Say("Loading …"),
            SectionStatus.NoneReceived
            or SectionStatus.PartlyReceived
            or SectionStatus.NotAvailable
            or SectionStatus.NotAuthorized
            or SectionStatus.Withheld => SectionWords.Fact(lane.Status, lane.Records, lane.Noun),
            SectionStatus.KnownNone => Say($"A record says that there are no {lane.Noun}."),
            _ when lane is { Items.Count: 0, Records: > 0 } => Say(
                $"None of the {Number(lane.Records)} received is from this source."
            ),
            _ when lane.Items.Count == 0 => Say($"All {lane.Noun} received were entered in error."),
            _ when lane.Items.All(item => item.Period is null) => Say(
                $"None of the {Number(lane.Items.Count)} has a date, so nothing can be drawn."
            ),
            _ => null,
        };
}
