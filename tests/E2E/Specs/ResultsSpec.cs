using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>The results by test and day, and the history of one test.</summary>
[Collection(ViewerCollection.Name)]
public sealed class ResultsSpec(Viewer viewer)
{
    [Fact]
    public async Task A_test_is_found_opened_from_the_keyboard_and_read_from_its_graph()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync();
        var chart = await ChartPage.LaunchAsync(page, viewer, patient);
        await chart.WaitUntilLoadedAsync();
        await chart.GoToAsync("results");
        var section = chart.Section("results");
        await section.GetByRole(AriaRole.Button, new() { Name = "By test and day" }).ClickAsync();
        await section.GetByPlaceholder("Find a test").FillAsync("potassium");
        await Expect(section.Locator(".chip")).ToContainTextAsync("potassium");
        var row = section.Locator("tr[data-series='Potassium, mmol/L']").First;
        await Expect(row.Locator(".last")).ToContainTextAsync("6.2 mmol/L");

        await row.GetByRole(AriaRole.Button).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(section.Locator("[data-graph=title]")).ToContainTextAsync("Potassium, mmol/L");
        await Expect(section.Locator("[data-graph=patient]")).ToContainTextAsync("20-Aug-1934");
        await Expect(section.Locator("figure")).ToBeInViewportAsync();
        var drawn = section.Locator("svg .result");
        var listed = await chart.Rows("results").CountAsync();
        await Expect(drawn).ToHaveCountAsync(listed);
        await drawn.Last.FocusAsync();
        await Expect(section.Locator(".read")).ToContainTextAsync("6.2 mmol/L");
        await Expect(section.Locator(".read")).ToContainTextAsync("critically high");
        await page.Context.CloseAsync();
    }
}
