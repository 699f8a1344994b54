using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using HealtheIntent.Client;

namespace HeiChartViewer.Tests.Unit.Client.Values;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2019", DatePrecision.Year, "2019-01-01T00:00:00+00:00")]
    [InlineData("2011-03", DatePrecision.Month, "2011-03-01T00:00:00+00:00")]
    [InlineData("2011-03-24", DatePrecision.Day, "2011-03-24T00:00:00+00:00")]
    [InlineData("2020-02-29", DatePrecision.Day, "2020-02-29T00:00:00+00:00")]
    [InlineData("2018-04-01T13:21:12.123Z", DatePrecision.Instant, "2018-04-01T13:21:12.123+00:00")]
    [InlineData("2013-08-01T09:00Z", DatePrecision.Instant, "2013-08-01T09:00:00+00:00")]
    [InlineData("2013-08-01T09:00:00-0500", DatePrecision.Instant, "2013-08-01T14:00:00+00:00")]
    [InlineData("2013-08-01T09:00:00+05:30", DatePrecision.Instant, "2013-08-01T03:30:00+00:00")]
    [InlineData("2013-08-01T09:00:00", DatePrecision.Instant, "2013-08-01T09:00:00+00:00")]
    [InlineData(
        "2013-08-01T09:00:00.123456789Z",
        DatePrecision.Instant,
        "2013-08-01T09:00:00.1234567+00:00"
    )]
    [InlineData(" 2019-10-02 ", DatePrecision.Day, "2019-10-02T00:00:00+00:00")]
    public void A_date_is_read_to_the_precision_it_was_recorded_with(
        string text,
        DatePrecision precision,
        string earliest
    )
    {
        var date = PartialDate.Parse(text);

        Assert.Equal(text, date.Text);
        Assert.Equal(precision, date.Precision);
        Assert.Equal(
            DateTimeOffset.Parse(earliest, CultureInfo.InvariantCulture),
            date.Earliest!.Value.ToUniversalTime()
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("unknown")]
    [InlineData("0000")]
    [InlineData("20190")]
    [InlineData("2019-13")]
    [InlineData("2019-00-01")]
    [InlineData("2019-02-29")]
    [InlineData("2019-04-31T10:00:00Z")]
    [InlineData("2019-04-30T24:00:00Z")]
    [InlineData("2019-04-30T10:60:00Z")]
    [InlineData("2019-04-30T10:00:00+15:00")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("٢٠١٩")]
    [InlineData("childhood, about 1960")]
    public void Text_that_is_no_date_is_kept_as_it_is(string text)
    {
        var date = PartialDate.Parse(text);

        Assert.Equal(text, date.Text);
        Assert.Equal(DatePrecision.Unknown, date.Precision);
        Assert.Null(date.Year);
        Assert.Null(date.Earliest);
        Assert.Null(date.Instant);
    }

    [Fact]
    public void A_year_alone_has_no_month_no_day_and_no_instant()
    {
        var date = PartialDate.Parse("2019");

        Assert.Equal((2019, (int?)null, (int?)null), (date.Year!.Value, date.Month, date.Day));
        Assert.Null(date.Time);
        Assert.Null(date.Instant);
    }

    // The hour that a clock in Chicago shows twice, and one it never shows: the offset that came with it decides.
    [Theory]
    [InlineData("2026-11-01T01:30:00-05:00", 6, 30)]
    [InlineData("2026-11-01T01:30:00-06:00", 7, 30)]
    [InlineData("2026-03-08T02:30:00-06:00", 8, 30)]
    public void An_instant_keeps_its_own_offset_through_a_change_of_clocks(
        string text,
        int utcHour,
        int utcMinute
    )
    {
        var date = PartialDate.Parse(text);

        Assert.Equal(text[^6..], date.Instant!.Value.ToString("zzz", CultureInfo.InvariantCulture));
        Assert.Equal(
            (utcHour, utcMinute),
            (date.Instant.Value.UtcDateTime.Hour, date.Instant.Value.UtcDateTime.Minute)
        );
        Assert.Equal(
            text[11..16],
            date.Time!.Value.ToString("HH:mm", CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public void A_time_without_an_offset_is_no_instant()
    {
        var date = PartialDate.Parse("2013-08-01T09:00:00");

        Assert.Equal(new TimeOnly(9, 0), date.Time);
        Assert.Null(date.Offset);
        Assert.Null(date.Instant);
    }

    [Fact]
    public void Dates_of_any_precision_sort_by_the_earliest_moment_they_can_mean()
    {
        string[] expected =
        [
            "no idea",
            "2018",
            "2018-12-31T23:00:00-05:00",
            "2019-01-01T04:00:01Z",
            "2019-02",
            "2019-02-01",
            "2019-02-01T00:00:00Z",
            "2019-02-02",
            "2020",
        ];

        var sorted = expected.Reverse().Select(PartialDate.Parse).Order().Select(date => date.Text);

        Assert.Equal(expected, sorted);
    }

    [Fact]
    public void Any_text_comes_back_as_it_went_in()
    {
        var texts = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Where(text => text is not null),
            from date in ArbMap.Default.GeneratorFor<DateTime>()
            from length in Gen.Choose(0, 27)
            select date.ToString("O", CultureInfo.InvariantCulture)[..length]
        );

        Prop.ForAll(texts.ToArbitrary(), text => PartialDate.Parse(text).ToString() == text)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_hundred_thousand_dates_of_twelve_zones_print_exactly_what_came()
    {
        string[] zones =
        [
            "",
            "Z",
            "-10:00",
            "-08:00",
            "-05:00",
            "-03:30",
            "+00:00",
            "+01:00",
            "+05:30",
            "+09:30",
            "+13:00",
            "+1400",
        ];
        string[] shapes =
        [
            "yyyy",
            "yyyy-MM",
            "yyyy-MM-dd",
            "yyyy-MM-ddTHH:mm",
            "yyyy-MM-ddTHH:mm:ss",
            "yyyy-MM-dd HH:mm:ss.fff",
            "yyyy-MM-ddTHH:mm:ss.fffffff",
        ];
        var random = new Random(20261123);

        for (var i = 0; i < 100_000; i++)
        {
            var moment = new DateTime(
                random.NextInt64(
                    TimeSpan.TicksPerDay,
                    DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay
                )
            );
            var shape = shapes[random.Next(shapes.Length)];
            var zone = shape.Length > 10 ? zones[i % zones.Length] : "";
            var text = moment.ToString(shape, CultureInfo.InvariantCulture) + zone;

            var date = PartialDate.Parse(text);

            if (
                date.ToString() != text
                || date.Year != moment.Year
                || (shape.Length > 4 && date.Month != moment.Month)
                || (shape.Length >= 10 && date.Day != moment.Day)
                || (shape.Length > 10 && date.Time?.Minute != moment.Minute)
                || (date.Instant is null) != (zone is "")
            )
                Assert.Fail(text);
        }
    }

    [Fact]
    public void Comparing_is_total_and_agrees_with_equality()
    {
        var dates =
            from date in ArbMap.Default.GeneratorFor<DateTime>()
            from length in Gen.Elements(4, 7, 10, 19, 27)
            from zone in Gen.Elements("", "Z", "-05:00")
            select PartialDate.Parse(
                date.ToString("O", CultureInfo.InvariantCulture)[..length]
                    + (length > 10 ? zone : "")
            );

        Prop.ForAll(
                dates.Three().ToArbitrary(),
                three =>
                {
                    var (a, b, c) = three;
                    return Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a))
                        && (a.CompareTo(b) == 0) == a.Equals(b)
                        && (a.CompareTo(b) > 0 || b.CompareTo(c) > 0 || a.CompareTo(c) <= 0);
                }
            )
            .QuickCheckThrowOnFailure();
    }
}
