using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>Ten thousand results in one chart.</summary>
[Collection(ViewerCollection.Name)]
public sealed class LargeChartSpec(Viewer viewer)
{
    [Fact]
    public async Task All_ten_thousand_arrive_and_a_page_of_them_is_drawn()
    {
        var page = await viewer.PageAsync();
        var chart = await ChartPage.LaunchAsync(
            page,
            viewer,
            await viewer.Sandbox.PatientAsync("ten-thousand")
        );
        await chart.WaitUntilLoadedAsync();
        await Expect(chart.Rail("results")).ToContainTextAsync("10,000");

        await chart.GoToAsync("results");
        await Expect(chart.Rows("results")).ToHaveCountAsync(100);
        var first = await chart.Rows("results").First.GetAttributeAsync("data-record");
        await chart
            .Section("results")
            .GetByRole(AriaRole.Button, new() { Name = "Next", Exact = true })
            .ClickAsync();
        await Expect(chart.Section("results")).ToContainTextAsync("101–200 of 10,000");
        await Expect(chart.Rows("results").First).Not.ToHaveAttributeAsync("data-record", first!);

        await chart
            .Section("results")
            .GetByRole(AriaRole.Searchbox)
            .FillAsync("no such test anywhere");
        await Expect(chart.Section("results"))
            .ToContainTextAsync("Nothing in the 10,000 received results");
        await chart
            .Section("results")
            .GetByRole(AriaRole.Button, new() { Name = "Clear filter" })
            .ClickAsync();
        await Expect(chart.Rows("results")).ToHaveCountAsync(100);
        await page.Context.CloseAsync();
    }
}
