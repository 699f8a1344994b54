using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>Every page and state passes axe in light and dark, and the main job can be done by keyboard alone.</summary>
[Collection(ViewerCollection.Name)]
public sealed class AccessibilitySpec(Viewer viewer)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_in_a_chart(ColorScheme colours)
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync(colours);
        var chart = await ChartPage.LaunchAsync(page, viewer, patient);
        await chart.WaitUntilLoadedAsync();
        await PassesAsync(page, "summary");
        foreach (
            var slug in ChartPage.Sections.Select(section => section.Slug).Append("demographics")
        )
        {
            await chart.GoToAsync(slug);
            await PassesAsync(page, slug);
        }
        await chart.GoToAsync("results");
        var byDay = chart.Section("results").GetByText("By test and day");
        await byDay.ClickAsync();
        await chart.Section("results").Locator("tr[data-series]").First.WaitForAsync();
        await PassesAsync(page, "flowsheet");
        await chart
            .Section("results")
            .Locator("tr[data-series^=Potassium] button")
            .First.ClickAsync();
        await chart.Section("results").Locator("svg .result").First.WaitForAsync();
        await PassesAsync(page, "graph");
        await chart.Locator("#find-in-chart").FillAsync("kidney");
        await page.Keyboard.PressAsync("Enter");
        await Expect(chart.Locator(".found mark").First).ToBeVisibleAsync();
        await PassesAsync(page, "search in the chart");
        await page.Keyboard.PressAsync("Escape");
        await chart.Section("results").GetByText("Every result").ClickAsync();
        await chart.Rows("results").First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(chart.Locator("dialog[open] .body")).ToBeVisibleAsync();
        await PassesAsync(page, "details");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 500, null)]
    [InlineData(ColorScheme.Dark, 403, null)]
    [InlineData(ColorScheme.Light, 500, 2)]
    [InlineData(ColorScheme.Dark, 500, 2)]
    public async Task Axe_finds_nothing_in_a_chart_that_failed(
        ColorScheme colours,
        int status,
        int? failingPage
    )
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        await using var fault = await viewer.Sandbox.FailAsync(
            new
            {
                api = "observation",
                patientId = patient.PatientId,
                kind = "status",
                status,
                page = failingPage,
            }
        );
        var page = await viewer.PageAsync(colours);
        var chart = await ChartPage.LaunchAsync(page, viewer, patient);
        await chart.WaitUntilLoadedAsync();
        await PassesAsync(page, "summary with a failure");
        await chart.GoToAsync("results");
        await PassesAsync(page, "failed section");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_around_the_chart(ColorScheme colours)
    {
        var page = await viewer.PageAsync(colours);
        foreach (var path in new[] { "/", "/launch?personId=1", "/search", "/chart/none" })
        {
            await page.GotoAsync(new Uri(viewer.App, path).ToString());
            await PassesAsync(page, path);
        }
        await page.GotoAsync(viewer.Process.Ehr.ToString());
        await PassesAsync(page, "worklist");
        await page.Locator("tr#analisa a").ClickAsync();
        await new ChartPage(page.FrameLocator("iframe")).WaitUntilLoadedAsync();
        await PassesAsync(page, "chart in the EHR");

        var search = await SearchPage.OpenAsync(page, viewer.App);
        await search.SearchAsync(("Name", "a"));
        await Expect(search.Problem).ToBeVisibleAsync();
        await PassesAsync(page, "search refused");
        await search.SearchAsync(("Name", "Marchetti"), ("Birth date", "4-May-1971"));
        await Expect(search.Outcome).ToHaveAttributeAsync("data-search", "found");
        await PassesAsync(page, "search answered");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("deceased")]
    [InlineData("empty")]
    [InlineData("no-known-allergies")]
    [InlineData("disagreeing-identity")]
    [InlineData("hostile-text")]
    [InlineData("single-name")]
    public async Task Axe_finds_nothing_in_the_named_cases(string name)
    {
        var patient = await viewer.Sandbox.PatientAsync(name);
        var page = await viewer.PageAsync();
        var chart = await ChartPage.LaunchAsync(page, viewer, patient);
        await chart.WaitUntilLoadedAsync();
        await PassesAsync(page, name);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task By_keyboard_alone_from_launch_to_a_results_details_and_back()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync();
        var chart = await ChartPage.LaunchAsync(page, viewer, patient);
        await chart.WaitUntilLoadedAsync();

        await TabToAsync(page, "a[data-rail=results]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(chart.Rail("results")).ToHaveAttributeAsync("aria-current", "page");
        await Expect(chart.Rows("results").First).ToBeVisibleAsync();
        await TabToAsync(page, "section[data-section=results] tbody button");
        var opened = await page.EvaluateAsync<string>(
            "() => document.activeElement.closest('tr').dataset.record"
        );
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("dialog[open] h2")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        Assert.Equal(
            opened,
            await page.EvaluateAsync<string>(
                "() => document.activeElement.closest('tr')?.dataset.record ?? ''"
            )
        );
        await page.Context.CloseAsync();
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var press = 0; press < 60; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (
                await page.EvaluateAsync<bool>(
                    "selector => document.activeElement.matches(selector)",
                    selector
                )
            )
                return;
        }
        Assert.Fail($"The focus never came to {selector}.");
    }

    private static async Task PassesAsync(IPage page, string where)
    {
        var found = await page.RunAxe();
        var violations = found.Violations.Select(violation =>
            $"{where}: {violation.Id} at {string.Join(", ", violation.Nodes.Take(3).Select(Target))}"
        );
        Assert.True(!violations.Any(), string.Join(Environment.NewLine, violations));
    }

    private static string Target(AxeResultNode node) => $"{node.Target} {node.Html}";
}
