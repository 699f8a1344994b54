using System.Globalization;
using Bunit;
using HeiChartViewer.Web.Components.Sections;
using HeiChartViewer.Web.Language;
using Microsoft.AspNetCore.Components;

namespace HeiChartViewer.Tests.Unit.Web.Components.Sections;

public sealed class RecordTableTests : BunitContext
{
    private static readonly IReadOnlyList<int> TenThousand = [.. Enumerable.Range(1, 10_000)];

    [Fact]
    public void Ten_thousand_records_draw_one_page_of_rows()
    {
        var table = Table(TenThousand);

        Assert.Equal(50, table.FindAll("tbody tr").Count);
        Assert.Contains("1–50 of 10,000", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_0_9_A_row_keeps_its_record_across_pages()
    {
        var table = Table(TenThousand);

        Button(table, "Next").Click();

        Assert.Equal("51", table.Find("tbody tr").GetAttribute("data-record"));
        Assert.Equal("51", table.Find("tbody tr td").TextContent);
        Button(table, "Last").Click();
        Assert.Equal("10000", table.FindAll("tbody tr")[^1].GetAttribute("data-record"));
    }

    [Fact]
    public void PAL_0750_A_filter_says_what_it_hides_and_can_be_taken_back()
    {
        var table = Table(TenThousand);

        table.Find("input").Input("9999");

        Assert.Equal("9999", Assert.Single(table.FindAll("tbody tr")).GetAttribute("data-record"));
        Assert.Contains("showing 1 of 10,000", table.Markup, StringComparison.Ordinal);
        Button(table, "Clear filter").Click();
        Assert.Equal(50, table.FindAll("tbody tr").Count);
    }

    [Theory]
    [InlineData("99", "999", 19)]
    [InlineData("9999", "999", 19)]
    [InlineData("123", "7777", 1)]
    [InlineData("nothing", "777", 19)]
    public void What_was_sought_before_hides_nothing_of_what_is_sought_now(
        string before,
        string now,
        int matching
    )
    {
        var table = Table(TenThousand);
        table.Find("input").Input(before);

        table.Find("input").Input(now);

        Assert.Equal(matching, table.FindAll("tbody tr").Count);
    }

    [Fact]
    public void A_filter_that_matches_nothing_speaks_only_of_what_was_received()
    {
        var table = Table(TenThousand);

        table.Find("input").Input("nothing of the kind");

        Assert.Contains(
            "Nothing in the 10,000 received numbers contains",
            table.Markup,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_caption_says_what_stands_there_and_in_which_order() =>
        Assert.Equal("numbers, the smallest first", Table(TenThousand).Find("caption").TextContent);

    [Fact]
    public void A_page_that_no_longer_exists_is_left()
    {
        var table = Table(TenThousand);
        Button(table, "Last").Click();

        table.Render(parameters => parameters.Add(t => t.Records, [.. Enumerable.Range(1, 150)]));

        Assert.Equal(50, table.FindAll("tbody tr").Count);
    }

    private static AngleSharp.Dom.IElement Button(
        IRenderedComponent<RecordTable<int>> table,
        string text
    ) => table.FindAll("button").Single(button => button.TextContent == text);

    private IRenderedComponent<RecordTable<int>> Table(IReadOnlyList<int> records) =>
        Render<RecordTable<int>>(parameters =>
            parameters
                .Add(t => t.Records, records)
                .Add(t => t.Ordered, "the smallest first")
                .Add(t => t.Noun, Phrase.Of("numbers"))
                .Add(t => t.Identity, number => number.ToString(CultureInfo.InvariantCulture))
                .Add(t => t.Text, number => number.ToString(CultureInfo.InvariantCulture))
                .Add(t => t.Columns, "<th>Number</th>")
                .Add(t => t.Row, (RenderFragment<int>)(number => builder => Cell(builder, number)))
        );

    private static void Cell(
        Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder,
        int number
    )
    {
        builder.OpenElement(0, "td");
        builder.AddContent(1, number);
        builder.CloseElement();
    }
}
