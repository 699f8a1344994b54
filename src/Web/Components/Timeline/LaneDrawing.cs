using HeiChartViewer.Web.Chart.Timeline;

namespace HeiChartViewer.Web.Components.Timeline;

/// <summary>
/// A lane as the browser draws it: a column for each value, and every word once, so that ten thousand items are few
/// bytes. No identifier is among them; an item is known by its place.
/// </summary>
/// <param name="Noun">What the lane holds, in the plural.</param>
/// <param name="Words">Every word that occurs.</param>
/// <param name="Start">The first minute of each item.</param>
/// <param name="Length">The minutes it lasts.</param>
/// <param name="Row">The row of its bar, or -1.</param>
/// <param name="Apart">The level of zoom from which it stands apart from the item before it.</param>
/// <param name="Bar">The level of zoom from which it is a bar.</param>
/// <param name="Open">1 where it may have begun earlier, 2 where its end is open, 3 where both.</param>
/// <param name="Sure">The minutes from its start between which it certainly was, in pairs; null where all of it is certain.</param>
/// <param name="Title">The place of its title among the words.</param>
/// <param name="Remark">The place of its remark, or -1.</param>
/// <param name="When">The place of its dates.</param>
public sealed record LaneDrawing(
    string Noun,
    IReadOnlyList<string> Words,
    IReadOnlyList<long> Start,
    IReadOnlyList<long> Length,
    IReadOnlyList<int> Row,
    IReadOnlyList<int> Apart,
    IReadOnlyList<int> Bar,
    IReadOnlyList<int> Open,
    IReadOnlyList<IReadOnlyList<long>?> Sure,
    IReadOnlyList<int> Title,
    IReadOnlyList<int> Remark,
    IReadOnlyList<int> When
)
{
    /// <summary>The drawing of a layout.</summary>
    public static LaneDrawing Of(string noun, LaneLayout layout)
    {
        var words = new List<string>();
        var places = new Dictionary<string, int>();
        var placed = layout.Placed;
        return new(
            noun,
            words,
            [.. placed.Select(one => TimelineGrid.Minutes(one.Period.From))],
            [.. placed.Select(one => MinutesTo(one.Period, one.Period.To))],
            [.. placed.Select(one => one.Row ?? -1)],
            [.. placed.Select(one => one.ApartFrom)],
            [.. placed.Select(one => one.BarFrom)],
            [
                .. placed.Select(one =>
                    (one.Period.IsBeginningOpen ? 1 : 0) + (one.Period.IsEndOpen ? 2 : 0)
                ),
            ],
            [.. placed.Select(one => Sureness(one.Period))],
            [.. placed.Select(one => PlaceOf(one.Item.Title))],
            [.. placed.Select(one => one.Item.Remark is { } remark ? PlaceOf(remark) : -1)],
            [.. placed.Select(one => PlaceOf(one.Item.WhenAndCount))]
        );

        int PlaceOf(string word)
        {
            if (places.TryGetValue(word, out var place))
                return place;
            words.Add(word);
            places.Add(word, words.Count - 1);
            return words.Count - 1;
        }
    }

    private static IReadOnlyList<long>? Sureness(Period period) =>
        period.Sure is [var all] && all.From == period.From && all.To == period.To
            ? null
            :
            [
                .. period
                    .Sure.SelectMany(one => new[] { one.From, one.To })
                    .Select(at => MinutesTo(period, at)),
            ];

    private static long MinutesTo(Period period, DateTime at) =>
        TimelineGrid.Minutes(at) - TimelineGrid.Minutes(period.From);
}
