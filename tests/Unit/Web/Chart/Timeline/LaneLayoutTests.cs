using FsCheck;
using FsCheck.Fluent;
using HeiChartViewer.Web.Chart.Timeline;
using static HeiChartViewer.Tests.Unit.Web.Chart.Timeline.TimelineSample;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Timeline;

/// <summary>Whatever the zoom, every item with a date is drawn once: in a bar, or counted in one mark.</summary>
public sealed class LaneLayoutTests
{
    private const int MostRows = 3;

    [Fact]
    public void Items_drawn_and_items_without_a_date_are_all_items() =>
        Holds(items =>
        {
            var layout = LaneLayout.Of(items, MostRows);
            return layout
                .Placed.Select(one => one.Item)
                .Concat(layout.Undated)
                .OrderBy(item => item.RecordId, StringComparer.Ordinal)
                .SequenceEqual(items);
        });

    [Fact]
    public void At_every_zoom_bars_and_the_counts_of_marks_sum_to_the_items() =>
        Holds(items =>
        {
            var layout = LaneLayout.Of(items, MostRows);
            return Enumerable
                .Range(0, TimelineGrid.Levels + 1)
                .All(level =>
                    Groups(layout, level)
                        .SelectMany(group => layout.Between(group.First, group.Last, level))
                        .OrderBy(item => item.RecordId, StringComparer.Ordinal)
                        .SequenceEqual(items.Where(item => item.Period is not null))
                );
        });

    [Fact]
    public void What_stands_together_begins_within_one_cell_of_the_grid() =>
        Holds(items =>
        {
            var layout = LaneLayout.Of(items, MostRows);
            return Enumerable
                .Range(0, TimelineGrid.Levels + 1)
                .All(level =>
                    Groups(layout, level)
                        .All(group =>
                            Cell(layout.Placed[group.First], level)
                            == Cell(layout.Placed[group.Last], level)
                        )
                );
        });

    [Fact]
    public void No_bar_covers_another() =>
        Holds(items =>
            LaneLayout
                .Of(items, MostRows)
                .Placed.Where(one => one.Row is not null)
                .GroupBy(one => one.Row)
                .All(row =>
                    row.OrderBy(one => one.Period.From)
                        .Zip(row.OrderBy(one => one.Period.From).Skip(1))
                        .All(pair => pair.First.Period.To <= pair.Second.Period.From)
                )
        );

    [Fact]
    public void An_item_is_a_bar_only_from_the_zoom_at_which_it_is_as_wide_as_a_cell() =>
        Holds(items =>
            LaneLayout
                .Of(items, MostRows)
                .Placed.Where(one => one.BarFrom <= TimelineGrid.Levels)
                .All(one =>
                    (one.Period.To - one.Period.From).TotalMinutes
                    >= TimelineGrid.Coarsest >> one.BarFrom
                )
        );

    [Fact]
    public void Items_of_one_time_never_come_apart()
    {
        var layout = LaneLayout.Of(
            [Item("1", "2026-03-01T10:00:00Z"), Item("2", "2026-03-01T10:00:00Z")],
            MostRows
        );

        Assert.Equal([0, TimelineGrid.Never], layout.Placed.Select(one => one.ApartFrom));
        Assert.Equal(2, layout.Between(0, 1, TimelineGrid.Levels).Count());
    }

    [Fact]
    public void The_longest_have_rows_and_the_rest_are_marks()
    {
        var layout = LaneLayout.Of(
            [
                Item("short", "2001-01-01", "2002-01-01"),
                Item("longest", "2000-01-01", "2020-01-01"),
                Item("long", "2000-06-01", "2010-01-01"),
                Item("later", "2011-01-01", "2012-01-01"),
            ],
            mostRows: 2
        );

        Assert.Equal(
            [("longest", 0), ("long", 1), ("short", null), ("later", (int?)1)],
            layout.Placed.Select(one => (one.Item.RecordId, one.Row))
        );
        Assert.Equal(TimelineGrid.Never, layout.Placed.Single(one => one.Row is null).BarFrom);
    }

    [Fact]
    public void Two_moments_come_apart_at_the_zoom_whose_cells_part_them() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Gen.Choose(1, 40_000_000).Two().ToArbitrary(),
                pair =>
                {
                    var (one, other) = (
                        DateTime.MinValue.AddMinutes(pair.Item1),
                        DateTime.MinValue.AddMinutes(pair.Item2)
                    );
                    var apart = TimelineGrid.ApartFrom(one, other);
                    return Enumerable
                        .Range(0, TimelineGrid.Levels + 1)
                        .All(level =>
                            apart <= level == (CellOf(one, level) != CellOf(other, level))
                        );
                }
            )
        );

    /// <summary>The groups as the browser forms them.</summary>
    private static List<(int First, int Last)> Groups(LaneLayout layout, int level)
    {
        var groups = new List<(int First, int Last)>();
        int? open = null;
        for (var i = 0; i < layout.Placed.Count; i++)
        {
            if (layout.Placed[i].ApartFrom <= level)
                open = null;
            if (layout.Placed[i].BarFrom <= level)
                groups.Add((i, i));
            else if (open is { } place)
                groups[place] = (groups[place].First, i);
            else
            {
                open = groups.Count;
                groups.Add((i, i));
            }
        }
        return groups;
    }

    private static long Cell(PlacedItem one, int level) => CellOf(one.Period.From, level);

    private static long CellOf(DateTime moment, int level) =>
        TimelineGrid.Minutes(moment) / (TimelineGrid.Coarsest >> level);

    private static void Holds(Func<TimelineItem[], bool> property) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Lanes.ToArbitrary(), property));
}
