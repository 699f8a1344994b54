namespace HeiChartViewer.Web.Chart.Timeline;

/// <summary>
/// Where the items of a lane are drawn: those that last in rows of bars, where none covers another, and below them marks
/// of all that is short at the zoom at hand. Items whose marks have no room beside each other stand together in one.
/// </summary>
public sealed class LaneLayout
{
    private LaneLayout() { }

    /// <summary>The items with a date, by the first moment they may mean.</summary>
    public required IReadOnlyList<PlacedItem> Placed { get; init; }

    /// <summary>The items without one.</summary>
    public required IReadOnlyList<TimelineItem> Undated { get; init; }

    /// <summary>Lays a lane out.</summary>
    /// <param name="items">The lane's items.</param>
    /// <param name="mostRows">How many rows of bars there is room for; what finds none is drawn as a mark where it begins.</param>
    public static LaneLayout Of(IReadOnlyList<TimelineItem> items, int mostRows)
    {
        (TimelineItem Item, Period Period)[] dated =
        [
            .. items
                .Where(item => item.Period is not null)
                .Select(item => (Item: item, Period: item.Period!))
                .OrderBy(one => one.Period.From)
                .ThenBy(one => one.Item.RecordId, StringComparer.Ordinal),
        ];
        var rows = Rowed(dated, mostRows);
        return new()
        {
            Placed =
            [
                .. dated.Select(
                    (one, i) =>
                        new PlacedItem(
                            one.Item,
                            one.Period,
                            rows[i],
                            i == 0
                                ? 0
                                : TimelineGrid.ApartFrom(dated[i - 1].Period.From, one.Period.From),
                            rows[i] is null
                                ? TimelineGrid.Never
                                : TimelineGrid.WideFrom(one.Period.To - one.Period.From)
                        )
                ),
            ],
            Undated = [.. items.Where(item => item.Period is null)],
        };
    }

    /// <summary>The items that stand together in a mark, or the one item of a bar.</summary>
    /// <param name="first">The first of them, by its place in <see cref="Placed"/>.</param>
    /// <param name="last">The last of them.</param>
    /// <param name="level">The level of zoom; a bar between them is not one of them.</param>
    public IEnumerable<TimelineItem> Between(int first, int last, int level) =>
        Placed
            .Skip(first)
            .Take(last - first + 1)
            .Where(one => first == last || one.BarFrom > level)
            .Select(one => one.Item);

    /// <summary>The longest first, each into the first row where nothing is in its way.</summary>
    private static int?[] Rowed((TimelineItem Item, Period Period)[] dated, int mostRows)
    {
        var rows = new int?[dated.Length];
        var taken = Enumerable
            .Range(0, mostRows)
            .Select(_ => new SortedList<DateTime, DateTime>())
            .ToList();
        foreach (
            var i in Enumerable
                .Range(0, dated.Length)
                .Where(i =>
                    TimelineGrid.WideFrom(dated[i].Period.To - dated[i].Period.From)
                    != TimelineGrid.Never
                )
                .OrderByDescending(i => dated[i].Period.To - dated[i].Period.From)
        )
        {
            var (from, to) = (dated[i].Period.From, dated[i].Period.To);
            var row = taken.FindIndex(one => IsFree(one, from, to));
            if (row < 0)
                continue;
            taken[row].Add(from, to);
            rows[i] = row;
        }
        return rows;
    }

    private static bool IsFree(SortedList<DateTime, DateTime> row, DateTime from, DateTime to)
    {
        var next = Next(row.Keys, from);
        return (next == row.Count || row.Keys[next] >= to)
            && (next == 0 || row.Values[next - 1] <= from);
    }

    /// <summary>The place of the first that begins then or later.</summary>
    private static int Next(IList<DateTime> begins, DateTime from)
    {
        var (low, high) = (0, begins.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = begins[middle] < from ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
