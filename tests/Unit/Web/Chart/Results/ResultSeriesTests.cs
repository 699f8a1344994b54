using HeiChartViewer.Web.Chart.Results;
using static HeiChartViewer.Tests.Unit.Web.Chart.Results.ResultSample;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Results;

public sealed class ResultSeriesTests
{
    [Fact]
    public void GTAB_027_Two_units_are_two_series() =>
        Assert.Equal(
            ["mEq/L", "mmol/L"],
            Series(Potassium("2026-01-01", "4.1"), Potassium("2026-01-02", "4.2", unit: "mEq/L"))
                .Select(series => series.Unit)
        );

    [Fact]
    public void Words_stand_with_the_only_unit_there_is_and_with_none_of_two()
    {
        Assert.Single(Series(Potassium("2026-01-01", "4.1"), Worded("2026-01-02", "haemolysed")));
        Assert.Equal(
            3,
            Series(
                Potassium("2026-01-01", "4.1"),
                Potassium("2026-01-02", "4.2", unit: "mEq/L"),
                Worded("2026-01-02", "haemolysed")
            ).Count
        );
    }

    [Fact]
    public void Points_run_from_the_oldest_and_those_without_a_date_come_last() =>
        Assert.Equal(
            ["4.1", "4.2", "4.3"],
            One(
                Potassium("2026-01-02", "4.2"),
                Potassium("no date at all", "4.3"),
                Potassium("2025", "4.1")
            )
                .Points.Select(point => point.Bare)
        );

    [Fact]
    public void The_latest_is_the_newest_with_a_date() =>
        Assert.Equal(
            "4.2",
            One(Potassium("2026-01-02", "4.2"), Potassium("no date at all", "4.3")).Latest.Bare
        );

    [Fact]
    public void Records_that_say_the_same_are_one_point_that_counts_them() =>
        Assert.Equal(
            1,
            Assert
                .Single(
                    One(
                        Potassium("2026-01-02T10:00:00Z", "4.2"),
                        Potassium("2026-01-02T04:00:00-06:00", "4.2", source: "other")
                    ).Points
                )
                .Others
        );

    [Fact]
    public void A_bound_is_shown_as_it_came_and_is_no_number_to_draw()
    {
        var point = Assert.Single(One(Potassium("2026-01-02", "<0.01")).Points);

        Assert.Equal("<0.01", point.Bare);
        Assert.Null(point.Number);
    }

    [Fact]
    public void A_trend_compares_the_last_two_numbers_and_judges_neither()
    {
        Assert.Equal(
            "up from 4.1 mmol/L",
            ResultTrend
                .Of(One(Potassium("2026-01-01", "4.1"), Potassium("2026-01-02", "4.2")))
                ?.Words
        );
        Assert.Null(ResultTrend.Of(One(Potassium("2026-01-01", "4.1"))));
    }

    [Fact]
    public void A_flowsheet_has_a_column_for_each_recorded_day_and_loses_nothing()
    {
        var series = Series(
            Potassium("2026-01-02T10:00:00Z", "4.2"),
            Potassium("2026-01-02T18:00:00Z", "4.4"),
            Potassium("2026-01-01", "4.1"),
            Potassium("2025", "4.0"),
            Potassium("no date at all", "3.9")
        );
        var sheet = new Flowsheet(series);

        Assert.Equal(["02-Jan-2026", "01-Jan-2026", "2025", "no date at all"], sheet.Columns);
        Assert.Equal(
            ["4.4", "4.2"],
            sheet.Cell(series[0], "02-Jan-2026").Select(point => point.Bare)
        );
        Assert.Equal(5, sheet.Columns.Sum(column => sheet.Cell(series[0], column).Count()));
    }
}
