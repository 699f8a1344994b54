namespace HeiChartViewer.Web.Chart.Timeline;

/// <summary>An item and its place in its lane.</summary>
/// <param name="Item">The item.</param>
/// <param name="Period">When it was.</param>
/// <param name="Row">The row of its bar; null where it is never drawn as one.</param>
/// <param name="ApartFrom">The level of zoom from which it stands apart from the item before it.</param>
/// <param name="BarFrom">The level of zoom from which it is drawn as a bar in its row, and not as a mark.</param>
public sealed record PlacedItem(
    TimelineItem Item,
    Period Period,
    int? Row,
    int ApartFrom,
    int BarFrom
);
