using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
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
    public void UX_6_A_bound_is_shown_as_it_came_and_is_no_number_to_draw()
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
    public void Each_part_of_a_result_is_a_series_of_its_own_with_its_flag_and_range()
    {
        var series = Series(
            BloodPressure("2026-01-02T10:00:00Z", "172", "95", flag: "HH"),
            BloodPressure("2026-01-03T10:00:00Z", "130", "80")
        );

        Assert.Equal(["Diastolic, mmHg", "Systolic, mmHg"], series.Select(one => one.Title));
        Assert.Equal(["172", "130"], series[1].Points.Select(point => point.Bare));
        Assert.Equal(
            ["critically high", "normal, computed"],
            series[1].Points.Select(point => point.Flag!.Words)
        );
        Assert.Equal("high, computed", series[0].Points[0].Flag!.Words);
        Assert.Equal("90–140 mmHg", series[1].SharedRange);
        // What is opened from a part is the record as it was received.
        Assert.Equal(2, series[1].Points[0].Row.Lead.Components.Count);
    }

    [Fact]
    public void A_part_named_in_words_alone_is_a_test_of_its_whole_only()
    {
        var pressure = BloodPressure("2026-01-02T10:00:00Z", "172", "95");
        var whole = pressure with
        {
            Components =
            [
                .. pressure.Components.Select(part => part with { Code = Sample.Text("Reading") }),
            ],
        };

        Assert.Equal("Blood pressure: Reading, mmHg", One(whole).Title);
    }

    [Fact]
    public void A_flag_of_the_whole_is_not_lost_with_the_parts() =>
        Assert.Equal(
            ["Blood pressure", "Diastolic, mmHg", "Systolic, mmHg"],
            Series(
                    BloodPressure("2026-01-02T10:00:00Z", "172", "95") with
                    {
                        Interpretation = Sample.Text("A"),
                    }
                )
                .Select(one => one.Title)
        );

    [Fact]
    public void Results_in_parts_are_one_row_only_with_the_same_parts()
    {
        var here = BloodPressure("2026-01-02T10:00:00Z", "172", "95");

        Assert.Equal(
            2,
            Assert
                .Single(
                    RecordMerge.Merge(
                        Section,
                        [here, BloodPressure("2026-01-02T10:00:00Z", "172", "95", source: "east")]
                    )
                )
                .Contributors.Count
        );
        Assert.Equal(
            2,
            RecordMerge
                .Merge(
                    Section,
                    [here, BloodPressure("2026-01-02T10:00:00Z", "172", "96", source: "east")]
                )
                .Count
        );
    }

    [Fact]
    public void Sources_that_flag_a_part_differently_contradict_each_other() =>
        Assert.Equal(
            "Flag",
            Assert
                .Single(
                    Assert
                        .Single(
                            RecordMerge.Merge(
                                Section,
                                [
                                    BloodPressure("2026-01-02T10:00:00Z", "172", "95", flag: "H"),
                                    BloodPressure(
                                        "2026-01-02T10:00:00Z",
                                        "172",
                                        "95",
                                        flag: "HH",
                                        source: "east"
                                    ),
                                ]
                            )
                        )
                        .Disagreements
                )
                .Label.English
        );

    [Fact]
    public void A_filter_and_a_search_find_a_result_by_its_parts() =>
        Assert.Contains(
            "Systolic 172 mmHg, Diastolic 95 mmHg Systolic 90–140 mmHg, Diastolic 60–90 mmHg",
            Section.Text(BloodPressure("2026-01-02T10:00:00Z", "172", "95")),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_range_without_a_unit_is_said_in_that_of_its_value()
    {
        var potassium = Potassium("2026-01-02", "4.2", range: ("3.5", "5.1"));
        var bare = potassium with
        {
            ReferenceRanges =
            [
                new ReferenceRange
                {
                    Low = new() { Value = "3.5" },
                    High = new() { Value = "5.1" },
                },
            ],
        };

        Assert.Equal("3.5–5.1 mmol/L", One(potassium).SharedRange);
        Assert.Equal("3.5–5.1 mmol/L", One(bare).SharedRange);
        Assert.Null(One(potassium, Potassium("2026-01-03", "4.3")).SharedRange);
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
