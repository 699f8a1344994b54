using HeiChartViewer.Web.Chart;

namespace HeiChartViewer.Tests.Unit.Web.Chart;

public sealed class ChartViewTests
{
    [Theory]
    [InlineData("results", "Results")]
    [InlineData("medications", "Medications")]
    [InlineData("longitudinal-record", "Summary")]
    [InlineData("../../search", "Summary")]
    [InlineData(null, "Summary")]
    public void A_hosts_word_opens_the_view_it_names_and_else_the_summary(
        string? intent,
        string title
    ) => Assert.Equal(title, ChartView.Intended(intent).Title.English);
}
