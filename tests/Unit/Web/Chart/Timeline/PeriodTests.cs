using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Timeline;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Timeline;

/// <summary>A period claims no more than its dates do.</summary>
public sealed class PeriodTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("2019", "2019-01-01", "2020-01-01", true)]
    [InlineData("2019-04", "2019-04-01", "2019-05-01", true)]
    [InlineData("2019-04-30", "2019-04-30", "2019-05-01", false)]
    [InlineData("2026-11-18T23:30:00-06:00", "2026-11-18T23:30:00", "2026-11-18T23:30:00", false)]
    [InlineData("9999-12", "9999-12-01", "9999-12-31T23:59:59.9999999", true)]
    public void GTAB_017_A_date_spans_all_that_it_may_mean_and_stays_on_its_day(
        string text,
        string from,
        string to,
        bool isVague
    ) => Assert.Equal(new DateSpan(At(from), At(to), isVague), DateSpan.Of(Date(text)));

    [Theory]
    [InlineData(null)]
    [InlineData("unknown")]
    public void What_is_no_date_has_no_span(string? text) => Assert.Null(DateSpan.Of(Date(text)));

    [Fact]
    public void Of_a_vague_event_no_moment_is_certain()
    {
        var period = Period.At(Date("2019"))!;

        Assert.Empty(period.Sure);
        Assert.Equal((At("2019-01-01"), At("2020-01-01")), (period.From, period.To));
        Assert.Equal("2019", period.Words);
    }

    [Fact]
    public void Between_vague_ends_only_the_time_between_them_is_certain()
    {
        var period = Between("2004", "2015-06")!;

        Assert.Equal([(At("2005-01-01"), At("2015-06-01"))], period.Sure);
        Assert.Equal((At("2004-01-01"), At("2015-07-01")), (period.From, period.To));
        Assert.Equal("2004 to Jun-2015", period.Words);
        Assert.Empty(Between("2004", "2004")!.Sure);
    }

    [Fact]
    public void What_goes_on_goes_on_to_today_and_its_end_is_open()
    {
        var period = Between("2009-03-12", null, Unended.Continues)!;

        Assert.True(period.IsEndOpen);
        Assert.Equal(Today, DateOnly.FromDateTime(period.To));
        Assert.Equal([(At("2009-03-12"), period.To)], period.Sure);
        Assert.Equal("since 12-Mar-2009, no end recorded", period.Words);
    }

    [Fact]
    public void What_is_over_without_an_end_is_certain_nowhere()
    {
        var period = Between("2009-03-12", null, Unended.IsOver)!;

        Assert.True(period.IsEndOpen);
        Assert.Equal(Today, DateOnly.FromDateTime(period.To));
        Assert.Equal([(At("2009-03-12"), At("2009-03-13"))], period.Sure);
        Assert.Equal("from 12-Mar-2009, over, end not recorded", period.Words);
    }

    [Fact]
    public void Of_what_nobody_says_whether_it_ended_only_the_beginning_is_drawn()
    {
        var period = Between("2009-03-12", null, Unended.IsUnknown)!;

        Assert.Equal((At("2009-03-12"), At("2009-03-13")), (period.From, period.To));
        Assert.True(period.IsEndOpen);
        Assert.Equal("from 12-Mar-2009, end not recorded", period.Words);
    }

    [Fact]
    public void What_is_to_begin_does_not_reach_back_to_today()
    {
        var period = Between("2027-02-01", null, Unended.Continues)!;

        Assert.Equal((At("2027-02-01"), At("2027-02-02")), (period.From, period.To));
        Assert.Equal("from 01-Feb-2027", period.Words);
    }

    [Fact]
    public void An_end_without_a_beginning_is_open_to_the_left()
    {
        var period = Between(null, "2015-06-03")!;

        Assert.True(period.IsBeginningOpen);
        Assert.Equal(At("2015-06-03"), period.From);
        Assert.Equal("until 03-Jun-2015, beginning not recorded", period.Words);
        Assert.Null(Between(null, null));
    }

    [Fact]
    public void An_end_before_the_beginning_is_said_and_nothing_between_is_certain()
    {
        var period = Between("2015-06-03", "2005")!;

        Assert.Empty(period.Sure);
        Assert.Contains("as recorded", period.Words, StringComparison.Ordinal);
        Assert.True(period.From < period.To);
    }

    [Fact]
    public void Several_records_of_a_thing_leave_the_time_between_them_uncertain_and_say_their_dates()
    {
        var period = Period.Together([
            Between("2020-01-01", null, Unended.Continues)!,
            Between("2004-01-01", "2006-01-01")!,
            Between("2005-01-01", "2007-01-01")!,
        ]);

        Assert.Equal(
            [(At("2004-01-01"), At("2007-01-02")), (At("2020-01-01"), period.To)],
            period.Sure
        );
        Assert.Equal(At("2004-01-01"), period.From);
        Assert.True(period.IsEndOpen);
        Assert.Equal(
            "since 01-Jan-2020, no end recorded; also 01-Jan-2004 to 01-Jan-2006; also 01-Jan-2005 to 01-Jan-2007",
            period.Words
        );
    }

    private static Period? Between(
        string? start,
        string? end,
        Unended unended = Unended.IsUnknown
    ) => Period.Between(Date(start), Date(end), unended, Today);

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);

    private static DateTime At(string text) =>
        DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
