using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Tests.Unit.Web.Chart;

/// <summary>An address says how a view is looked at, and nothing of the patient (design rule 7).</summary>
public sealed class ChartPlaceTests
{
    private readonly List<string> _shown = [];
    private readonly ChartPlace _place;

    public ChartPlaceTests() =>
        _place = new ChartPlace(
            name => $"code-{name.Length}",
            query =>
            {
                _shown.Add(query);
                return Task.CompletedTask;
            }
        );

    [Fact]
    public async Task What_is_said_stands_in_the_address_once_and_can_be_taken_back()
    {
        await _place.SayAsync("way", "flowsheet");
        await _place.SayAsync("results-sort", "-taken");
        await _place.SayAsync("way", "flowsheet");
        await _place.SayAsync("way", null);

        Assert.Equal(
            ["?way=flowsheet", "?results-sort=-taken&way=flowsheet", "?results-sort=-taken"],
            _shown
        );
    }

    [Fact]
    public async Task Who_comes_back_finds_what_was_said_and_who_looks_on_has_not_arrived()
    {
        await _place.SayAsync("way", "table");
        Assert.Equal(0, _place.Arrivals);

        _place.Arrive("?way=table");
        Assert.Equal(0, _place.Arrivals);
        _place.Arrive("?way=test&tests=0a1b,2c3d");
        Assert.Equal((1, "test", "0a1b,2c3d"), (_place.Arrivals, _place["way"], _place["tests"]));
        _place.Arrive("");
        Assert.Equal((2, null), (_place.Arrivals, _place["way"]));
    }

    [Theory]
    [InlineData("?name=Roberson,%20Analisa")]
    [InlineData("?way=Flowsheet")]
    [InlineData("?way=a&way=b")]
    [InlineData("?way=<script>")]
    [InlineData("?Way=table")]
    [InlineData("?way=")]
    [InlineData("no query")]
    public void What_is_none_of_the_viewers_words_is_passed_over(string query)
    {
        _place.Arrive(query);

        Assert.Equal("", _place.Query);
    }

    [Fact]
    public void Rule_7_A_name_stands_differently_in_each_chart_and_for_each_process()
    {
        var (one, other) = (SessionId.New(), SessionId.New());
        var names = new OpaqueNames();

        var code = names.Of(one, "Potassium");

        Assert.Matches("^[0-9a-f]{12}$", code);
        Assert.Equal(code, names.Of(one, "Potassium"));
        Assert.NotEqual(code, names.Of(one, "Sodium"));
        Assert.NotEqual(code, names.Of(other, "Potassium"));
        Assert.NotEqual(code, new OpaqueNames().Of(one, "Potassium"));
    }
}
