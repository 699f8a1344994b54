using HealtheIntent.Client;
using HeiChartViewer.Web.Chart;

namespace HeiChartViewer.Tests.Unit.Web.Chart;

public sealed class ClinicalDateTests
{
    [Theory]
    [InlineData("2009", "2009")]
    [InlineData("2009-03", "Mar-2009")]
    [InlineData("1934-08-20", "20-Aug-1934")]
    [InlineData("2020-03-01T10:00:00.000Z", "01-Mar-2020 10:00 UTC")]
    [InlineData("2020-03-01T23:30:00-05:00", "01-Mar-2020 23:30 UTC−5")]
    [InlineData("2021-03-28T02:30:00+02:00", "28-Mar-2021 02:30 UTC+2")]
    [InlineData("2021-03-28T02:30:00+05:30", "28-Mar-2021 02:30 UTC+5:30")]
    [InlineData("2020-03-01T10:00:00", "01-Mar-2020 10:00 (zone not recorded)")]
    [InlineData("about Easter", "about Easter")]
    [InlineData("2020-02-30", "2020-02-30")]
    public void DTa_0002_A_date_is_shown_as_precisely_as_it_was_recorded_and_never_shifted(
        string recorded,
        string shown
    ) => Assert.Equal(shown, ClinicalDate.DayAndTime(PartialDate.Parse(recorded)));

    [Theory]
    [InlineData(0, "23-Nov-2026 07:05 UTC", "07:05:09 UTC")]
    [InlineData(-300, "23-Nov-2026 02:05 UTC−5", "02:05:09 UTC−5")]
    public void UX_2_A_time_of_the_viewers_own_says_its_zone(int minutes, string shown, string time)
    {
        var moment = new DateTimeOffset(2026, 11, 23, 7, 5, 9, TimeSpan.Zero).ToOffset(
            TimeSpan.FromMinutes(minutes)
        );

        Assert.Equal(shown, ClinicalDate.DayAndTime(moment));
        Assert.Equal(time, ClinicalDate.TimeOfDay(moment, withSeconds: true));
    }

    [Theory]
    [InlineData("2020-03-01T23:30:00-05:00", "23:30 UTC−5")]
    [InlineData("2020-03-01T10:00:00", "10:00 (zone not recorded)")]
    public void UX_2_A_recorded_time_says_the_zone_it_was_recorded_in(
        string recorded,
        string shown
    ) => Assert.Equal(shown, ClinicalDate.TimeOfDay(PartialDate.Parse(recorded)));

    [Fact]
    public void DTa_0018_No_date_is_said_in_words() =>
        Assert.Equal("not recorded", ClinicalDate.Day(null));

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void DTa_0010_The_machines_region_changes_nothing(string region)
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new(region);
        try
        {
            Assert.Equal("05-Oct-2020", ClinicalDate.Day(PartialDate.Parse("2020-10-05")));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
