using HealtheIntent.Client;

namespace HeiChartViewer.Tests.Unit.Client.ChartSearch;

public sealed class ChartSnippetTests
{
    // A part that was found stands in brackets.
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("<em>all</em>", "[all]")]
    [InlineData("a <em>b</em><EM>c</EM> d", "a |[b]|[c]| d")]
    [InlineData("a <em></em>b", "a |b")]
    [InlineData("a <em>b", "a <em>b")]
    [InlineData("a</em> b", "a</em> b")]
    [InlineData("a <em>b <em>c</em>", "a |[b <em>c]")]
    [InlineData("<b>x</b> &lt; <em>y</em>", "<b>x</b> &lt; |[y]")]
    [InlineData("", "")]
    public void What_was_found_is_told_from_the_text_around_it(string marked, string parts) =>
        Assert.Equal(
            parts,
            string.Join(
                '|',
                new ChartSnippet { Marked = marked }.Parts.Select(part =>
                    part.IsFound ? $"[{part.Text}]" : part.Text
                )
            )
        );
}
