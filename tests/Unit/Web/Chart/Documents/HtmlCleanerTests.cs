using AngleSharp.Html.Parser;
using HeiChartViewer.Web.Chart.Documents;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Documents;

/// <summary>What a source's HTML may still do once it has been cleaned: say something, and nothing else.</summary>
public sealed class HtmlCleanerTests
{
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "abbr",
        "align",
        "alt",
        "colspan",
        "dir",
        "headers",
        "lang",
        "rowspan",
        "scope",
        "src",
        "start",
        "style",
        "title",
        "valign",
    };

    public static TheoryData<string> Corpus() => [.. HostileHtml.All];

    [Theory]
    [MemberData(nameof(Corpus))]
    public void Nothing_hostile_acts_or_loads(string hostile)
    {
        var page = new HtmlParser().ParseDocument(
            DocumentPage.Of(HtmlCleaner.Clean($"<p>words</p>{hostile}")!.Body)
        );

        Assert.Empty(
            page.QuerySelectorAll(
                "script, iframe, frame, object, embed, link, base, form, input, svg, math, template, audio, video, source"
            )
        );
        Assert.Single(page.QuerySelectorAll("style, meta"), e => e.LocalName == "style");
        foreach (var attribute in page.Body!.QuerySelectorAll("*").SelectMany(e => e.Attributes))
        {
            Assert.Contains(attribute.Name, Harmless);
            if (attribute.Name == "src")
                Assert.StartsWith("data:image/", attribute.Value, StringComparison.Ordinal);
            Assert.DoesNotContain("url(", attribute.Value, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("position", attribute.Value, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Contains("words", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_tables_and_emphasis_stay()
    {
        var clean = HtmlCleaner.Clean(
            """<h1>Letter</h1><p>The <b>dose</b> is <del>20 mg</del> 10 mg</p><table><tr><th scope="row">Drug</th><td colspan="2">Lisinopril</td></tr></table>"""
        )!;

        Assert.Equal(
            """<h1>Letter</h1><p>The <b>dose</b> is <del>20 mg</del> 10 mg</p><table><tbody><tr><th scope="row">Drug</th><td colspan="2">Lisinopril</td></tr></tbody></table>""",
            clean.Body
        );
        Assert.Empty(clean.LeftOut);
    }

    [Fact]
    public void What_is_struck_out_by_style_stays_struck_out()
    {
        var clean = HtmlCleaner.Clean(
            """<p style="text-decoration: line-through; position: fixed">20 mg</p>"""
        )!;

        Assert.Contains("line-through", clean.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("fixed", clean.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_within_an_unknown_element_are_not_lost()
    {
        var clean = HtmlCleaner.Clean("<section><x-dose>10 <o:p>mg</o:p></x-dose></section>")!;

        Assert.Equal("<section>10 mg</section>", clean.Body);
    }

    [Fact]
    public void What_is_left_out_is_counted()
    {
        var clean = HtmlCleaner.Clean(
            """
            <p onclick="x()">words</p><script>x()</script><script src="y"></script><img src="https://elsewhere.example.org/p.png" alt="Graph">
            <a href="https://elsewhere.example.org/">there</a><form><input><select></select></form><iframe src="z"></iframe><svg></svg>
            """
        )!;

        Assert.Equal(
            [
                "1 drawing",
                "1 embedded page",
                "1 link",
                "1 picture from elsewhere",
                "2 form fields",
                "3 active parts",
            ],
            clean.LeftOut.Order(StringComparer.Ordinal)
        );
        Assert.Contains("[picture: Graph]", clean.Body, StringComparison.Ordinal);
        Assert.Contains("there", clean.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_within_the_document_stays_and_one_that_could_act_does_not()
    {
        var clean = HtmlCleaner.Clean(
            """<img src="data:image/png;base64,iVBORw0KGgo="><img src="data:image/svg+xml;base64,PHN2Zz4=" alt="S">"""
        )!;

        Assert.Equal("""<img src="data:image/png;base64,iVBORw0KGgo=">[picture: S]""", clean.Body);
    }

    [Theory]
    [InlineData("<script>1</script>")]
    [InlineData("<style>p {}</style><div> </div>")]
    [InlineData("")]
    public void A_page_with_nothing_to_read_says_so(string html) =>
        Assert.Equal("", HtmlCleaner.Clean(html)!.Body);

    [Theory]
    [InlineData("<div>", 200_000)]
    [InlineData("<b x=1><b x=2><b x=3><i x=1><i x=2><u x=1><p>", 25_000)]
    [InlineData("<p>", 350_000)]
    [InlineData("<table>", 150_000)]
    [InlineData("<svg><p>", 100_000)]
    public void A_document_without_end_is_refused_and_does_not_end_the_process(
        string part,
        int times
    ) => Assert.Null(HtmlCleaner.Clean(string.Concat(Enumerable.Repeat(part, times))));
}
