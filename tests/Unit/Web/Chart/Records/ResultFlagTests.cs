using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Records;

public sealed class ResultFlagTests
{
    [Theory]
    [InlineData("H", ResultLevel.High, "▲")]
    [InlineData("HH", ResultLevel.CriticalHigh, "▲▲")]
    [InlineData("L", ResultLevel.Low, "▼")]
    [InlineData("LL", ResultLevel.CriticalLow, "▼▼")]
    [InlineData("A", ResultLevel.Abnormal, "◆")]
    [InlineData("AA", ResultLevel.Critical, "◆◆")]
    [InlineData("N", ResultLevel.Normal, "")]
    [InlineData("high", ResultLevel.High, "▲")]
    [InlineData("S-variant", ResultLevel.Unknown, "?")]
    public void UX_5_The_sources_own_word_is_the_flag(string code, ResultLevel level, string mark)
    {
        var flag = ResultFlag.Of(
            Result("5.0") with
            {
                Interpretation = new() { Codings = [new Coding("x", code, null)] },
            }
        )!;

        Assert.Equal((level, mark, false), (flag.Level, flag.Mark, flag.IsComputed));
    }

    [Fact]
    public void UX_6_A_word_nobody_knows_is_shown_as_it_came_and_asks_to_be_looked_at()
    {
        var flag = ResultFlag.Of(Result("5.0") with { Interpretation = Sample.Text("S-variant") })!;

        Assert.Equal("S-variant", flag.Code);
        Assert.True(flag.IsAbnormal);
    }

    [Fact]
    public void UX_5_The_sources_word_beats_the_computed_one() =>
        Assert.Equal(
            ResultLevel.Normal,
            ResultFlag
                .Of(Result("9.9", "3.5", "5.1") with { Interpretation = Sample.Text("N") })!
                .Level
        );

    [Fact]
    public void Where_codings_differ_the_gravest_is_not_missed() =>
        Assert.Equal(
            ResultLevel.CriticalHigh,
            ResultFlag
                .Of(
                    Result("6.2") with
                    {
                        Interpretation = new()
                        {
                            Codings = [new Coding("a", "H", null)],
                            SourceCodings = [new Coding("b", "HH", null)],
                        },
                    }
                )!
                .Level
        );

    [Theory]
    [InlineData("5.2", null, ResultLevel.High)]
    [InlineData("5.1", null, ResultLevel.Normal)]
    [InlineData("3.5", null, ResultLevel.Normal)]
    [InlineData("3.4", null, ResultLevel.Low)]
    [InlineData("3.5", "<", ResultLevel.Low)]
    [InlineData("3.4", "<=", ResultLevel.Low)]
    [InlineData("3.4", "≤", ResultLevel.Low)]
    [InlineData("5.1", ">", ResultLevel.High)]
    [InlineData("200", ">", ResultLevel.High)]
    [InlineData("5.2", ">=", ResultLevel.High)]
    [InlineData("5.2", "≥", ResultLevel.High)]
    public void UX_5_A_computed_flag_says_that_it_is(
        string value,
        string? comparator,
        ResultLevel level
    )
    {
        var flag = ResultFlag.Of(Result(value, "3.5", "5.1", comparator))!;

        Assert.Equal((level, true), (flag.Level, flag.IsComputed));
    }

    [Theory]
    [InlineData("5", null, null, null)]
    [InlineData("5", "<", "3", "9")]
    [InlineData("9", "<", "3", "9")]
    [InlineData("3", ">", "3", "9")]
    [InlineData("3", "<=", "3", "9")]
    [InlineData("9", ">=", "3", "9")]
    [InlineData("9", "<=", "3", "9")]
    [InlineData("3", ">=", "3", "9")]
    [InlineData("2", "~", "3", "9")]
    [InlineData("10", "<", null, "9")]
    [InlineData("9", ">=", null, "9")]
    [InlineData("2", ">", "3", null)]
    [InlineData("3", "<=", "3", null)]
    public void UX_6_No_flag_is_not_normal(
        string value,
        string? comparator,
        string? low,
        string? high
    ) => Assert.Null(ResultFlag.Of(Result(value, low, high, comparator)));

    /// <summary>Where nothing is too low, all that lies below the bound is within it.</summary>
    [Theory]
    [InlineData("9", "<", null, "9")]
    [InlineData("9", "<=", null, "9")]
    [InlineData("3", ">", "3", null)]
    [InlineData("3", ">=", "3", null)]
    public void A_bound_within_a_range_that_is_open_on_its_side_is_computed_as_normal(
        string value,
        string comparator,
        string? low,
        string? high
    ) =>
        Assert.Equal(
            (ResultLevel.Normal, true),
            ResultFlag.Of(Result(value, low, high, comparator)) is { } flag
                ? (flag.Level, flag.IsComputed)
                : default
        );

    [Fact]
    public void The_flag_of_a_result_in_parts_is_the_gravest_of_them() =>
        Assert.Equal(
            ResultLevel.High,
            ResultFlag
                .Of(
                    new Observation
                    {
                        Interpretation = Sample.Text("N"),
                        Components =
                        [
                            new() { Interpretation = Sample.Text("N") },
                            new()
                            {
                                Value = Result("95").Value,
                                ReferenceRanges = Result("95", "60", "90").ReferenceRanges,
                            },
                        ],
                    }
                )!
                .Level
        );

    [Fact]
    public void GTAB_027_A_range_in_another_unit_computes_nothing()
    {
        var result = Result("52", "20", "38") with
        {
            ReferenceRanges = [new() { Low = Amount("4.0", "%"), High = Amount("5.6", "%") }],
        };

        Assert.Null(ResultFlag.Of(result));
    }

    private static Observation Result(
        string value,
        string? low = null,
        string? high = null,
        string? comparator = null
    ) =>
        new()
        {
            Value = new ObservationValue.Measured(
                Amount(value, "mmol/L") with
                {
                    Comparator = comparator,
                }
            ),
            ReferenceRanges =
                low is null && high is null
                    ? []
                    :
                    [
                        new()
                        {
                            Low = low is null ? null : Amount(low, "mmol/L"),
                            High = high is null ? null : Amount(high, "mmol/L"),
                        },
                    ],
        };

    private static Quantity Amount(string value, string unit) =>
        new() { Value = value, Unit = Sample.Text(unit) };
}
