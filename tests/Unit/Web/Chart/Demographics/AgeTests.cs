using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Demographics;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Demographics;

public sealed class AgeTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("1934-08-20", "92y")]
    [InlineData("1934-11-23", "92y")]
    [InlineData("1934-11-24", "91y")]
    [InlineData("2004-02-29", "22y")]
    [InlineData("2024-11-23", "2y")]
    [InlineData("2024-11-24", "23m")]
    [InlineData("2026-08-23", "3m")]
    [InlineData("2026-10-26", "4w")]
    [InlineData("2026-10-27", "27d")]
    [InlineData("2026-11-23", "0d")]
    [InlineData("1934", "about 92y")]
    [InlineData("1934-08", "about 92y")]
    public void PAB_0034_An_age_has_the_unit_that_fits_it(string born, string age) =>
        Assert.Equal(age, Age.On(Today, PartialDate.Parse(born)));

    [Theory]
    [InlineData("2026-11-24")]
    [InlineData("2027")]
    [InlineData("unknown")]
    public void No_age_is_better_than_a_wrong_one(string born) =>
        Assert.Null(Age.On(Today, PartialDate.Parse(born)));
}
