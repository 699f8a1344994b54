using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Visits;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Visits;

public sealed class LengthOfStayTests
{
    [Theory]
    [InlineData("2024-03-12T08:00:00Z", "2024-03-12T08:45:00Z", "45 minutes")]
    [InlineData("2024-03-12T08:00:00Z", "2024-03-12T11:59:00+02:00", "1 hour")]
    [InlineData("2024-03-12T08:00:00Z", "2024-03-15T07:00:00Z", "2 days")]
    [InlineData("2024-03-12", "2024-03-12", "same day")]
    [InlineData("2024-02-28", "2024-03-01T07:00:00Z", "2 days")]
    [InlineData("2024-03-12", "2024-03-11", null)]
    [InlineData("2024-03", "2024-03-12", null)]
    [InlineData("2024-03-12", "2024", null)]
    [InlineData("2024-03-12", null, null)]
    public void Rule_5_A_stay_is_told_no_more_exactly_than_its_dates(
        string? start,
        string? end,
        string? words
    ) => Assert.Equal(words, LengthOfStay.Words(Date(start), Date(end)));

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);
}
