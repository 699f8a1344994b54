using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>A coordinator searches for people.</summary>
[Collection(ViewerCollection.Name)]
public sealed class PersonSearchSpec(Viewer viewer)
{
    [Fact]
    public async Task Promise_17_Fewer_than_two_criteria_are_refused_in_words()
    {
        var page = await SignInAsync();
        await page.GetByLabel("Name").FillAsync("Roberson");
        await SearchAsync(page);

        await Expect(page.Locator(".problem")).ToContainTextAsync("at least two");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_person_is_found_and_their_chart_opens_as_a_session_of_its_own()
    {
        var page = await SignInAsync();
        await page.GetByLabel("Name").FillAsync("analisa roberson");
        await page.GetByLabel("Birth date").FillAsync("1934-08-20");
        await SearchAsync(page);

        await Expect(page.Locator("[data-search=found]")).ToContainTextAsync("1 person matches.");
        await Expect(page.Locator("header.banner")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open chart" }).ClickAsync();
        var chart = new ChartPage(page);
        await chart.WaitUntilLoadedAsync();
        await Expect(chart.Name).ToContainTextAsync("ROBERSON, Analisa");
        Assert.Matches("^/chart/[A-Za-z0-9_-]{43}$", new Uri(page.Url).AbsolutePath);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Rule_2_A_search_that_fails_does_not_say_nobody()
    {
        await using var fault = await viewer.Sandbox.FailAsync(
            new
            {
                api = "patient",
                resource = "patient-search",
                kind = "status",
                status = 403,
            }
        );
        var page = await SignInAsync();
        await page.GetByLabel("Name").FillAsync("Roberson");
        await page.GetByLabel("Birth date").FillAsync("20-Aug-1934");
        await SearchAsync(page);

        await Expect(page.Locator("[data-search=not-available]"))
            .ToContainTextAsync("This does not mean that nobody matches.");
        await page.Context.CloseAsync();
    }

    private static Task SearchAsync(IPage page) =>
        page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();

    private async Task<IPage> SignInAsync()
    {
        var page = await viewer.PageAsync();
        await page.GotoAsync(viewer.App.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "M. Lind" }).ClickAsync();
        return page;
    }
}
