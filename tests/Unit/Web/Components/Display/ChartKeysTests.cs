using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Components.Display;

namespace HeiChartViewer.Tests.Unit.Web.Components.Display;

/// <summary>The keys of a chart: one list, in which each key means one thing.</summary>
public sealed class ChartKeysTests
{
    [Fact]
    public void No_key_means_two_things() =>
        Assert.Equal(
            ChartKeys.All.Count,
            ChartKeys.All.Select(key => (key.Key, key.HasControl)).Distinct().Count()
        );

    [Fact]
    public void Every_key_that_moves_the_focus_says_where_to_and_no_other_does() =>
        Assert.All(
            ChartKeys.All,
            key => Assert.Equal(key.Deed is KeyDeed.Focus, key.Focuses is not null)
        );

    [Fact]
    public void A_digit_opens_the_view_at_its_place_in_the_rail()
    {
        var digits = ChartKeys.All.Where(key => key.Deed is KeyDeed.Open).ToList();

        Assert.Equal("1234567890", string.Concat(digits.Select(key => key.Key)));
        Assert.Equal(ChartView.All.Take(10), digits.Select(key => key.View));
        Assert.All(
            digits,
            key => Assert.Equal(key.View, ChartKeys.Target(key, ChartView.Demographics))
        );
    }

    [Fact]
    public void Every_view_can_be_reached_step_by_step_and_the_rail_has_two_ends()
    {
        var next = ChartKeys.All.Single(key => key.Deed is KeyDeed.Next);
        var previous = ChartKeys.All.Single(key => key.Deed is KeyDeed.Previous);

        foreach (var (one, other) in ChartView.All.Zip(ChartView.All.Skip(1)))
        {
            Assert.Equal(other, ChartKeys.Target(next, one));
            Assert.Equal(one, ChartKeys.Target(previous, other));
        }
        Assert.Null(ChartKeys.Target(next, ChartView.All[^1]));
        Assert.Null(ChartKeys.Target(previous, ChartView.All[0]));
    }
}
