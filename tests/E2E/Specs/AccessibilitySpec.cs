using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>Every screen, in both colour schemes, before axe; and the way through the chart by keyboard alone.</summary>
[Collection(ViewerCollection.Name)]
public sealed class AccessibilitySpec(Viewer viewer)
{
    private readonly List<string> _violations = [];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_view_of_the_chart_is_without_violations(ColorScheme colours)
    {
        var page = await viewer.PageAsync(colours);
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var chart = await ChartPage.LaunchAsync(page, viewer, patient);
        await chart.WaitUntilLoadedAsync();
        await ExamineAsync(page, "summary");
        foreach (var (slug, _, _) in ChartPage.Sections)
        {
            await chart.GoToAsync(slug);
            await Expect(chart.Section(slug)).ToBeVisibleAsync();
            await ExamineAsync(page, slug);
        }
        await chart.GoToAsync("demographics");
        await Expect(chart.Locator("[data-records=demographics]")).ToBeVisibleAsync();
        await ExamineAsync(page, "demographics");

        await chart.GoToAsync("results");
        await chart.Rows("results").First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(chart.Locator("dialog[open]")).ToBeVisibleAsync();
        await ExamineAsync(page, "details");

        Assert.Empty(_violations);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Failures_and_refusals_are_without_violations(ColorScheme colours)
    {
        var page = await viewer.PageAsync(colours);
        var patient = await viewer.Sandbox.PatientAsync("deceased");
        await using (
            await viewer.Sandbox.FailAsync(
                new
                {
                    api = "allergy",
                    patientId = patient.PatientId,
                    kind = "status",
                    status = 403,
                }
            )
        )
        {
            var chart = await ChartPage.LaunchAsync(page, viewer, patient);
            await chart.WaitUntilLoadedAsync();
            await Expect(chart.Section("allergies"))
                .ToHaveAttributeAsync("data-status", "NotAuthorized");
            await ExamineAsync(page, "failed section");
        }
        await page.GotoAsync(new Uri(viewer.App, "/launch").ToString());
        await ExamineAsync(page, "refused launch");
        await page.GotoAsync(new Uri(viewer.App, "/nothing/here").ToString());
        await ExamineAsync(page, "not found");
        await page.GotoAsync(new Uri(viewer.App, "/chart/closed").ToString());
        await ExamineAsync(page, "closed chart");

        Assert.Empty(_violations);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Sign_in_and_search_are_without_violations(ColorScheme colours)
    {
        var page = await viewer.PageAsync(colours);
        await page.GotoAsync(viewer.App.ToString());
        await ExamineAsync(page, "sign-in");
        var search = await SearchPage.OpenAsync(page, viewer.App);
        await search.SearchAsync(("Name", "Marchetti"), ("Birth date", "4 May 1971"));
        await Expect(search.People).ToHaveCountAsync(2);
        await ExamineAsync(page, "search");

        Assert.Empty(_violations);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_demo_EHR_is_without_violations(ColorScheme colours)
    {
        var page = await viewer.PageAsync(colours);
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        await page.GotoAsync(viewer.Process.Ehr.ToString());
        await ExamineAsync(page, "worklist");
        await page.Locator($"a[href*='{patient.PersonId}']").First.ClickAsync();
        await new ChartPage(page.FrameLocator("iframe")).WaitUntilLoadedAsync();
        await ExamineAsync(page, "chart in the EHR");

        Assert.Empty(_violations);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_result_is_reached_read_and_left_by_keyboard_alone()
    {
        var page = await viewer.PageAsync();
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var chart = await ChartPage.LaunchAsync(page, viewer, patient);
        await chart.WaitUntilLoadedAsync();

        await TabToAsync(page, "[data-rail=results]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(chart.Rail("results")).ToHaveAttributeAsync("aria-current", "page");
        await Expect(chart.Rows("results").First).ToBeVisibleAsync();
        await TabToAsync(page, "tbody tr:first-child button");
        await page.Keyboard.PressAsync("Enter");
        var dialog = chart.Locator("dialog[open]");
        await Expect(dialog).ToBeVisibleAsync();
        await Expect(dialog.Locator(":focus")).ToHaveCountAsync(1);

        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(chart.Rows("results").First.GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("deceased")]
    [InlineData("empty")]
    [InlineData("no-known-allergies")]
    [InlineData("disagreeing-identity")]
    [InlineData("hostile-text")]
    [InlineData("single-name")]
    public async Task The_named_cases_are_without_violations(string name)
    {
        var page = await viewer.PageAsync();
        var patient = await viewer.Sandbox.PatientAsync(name);
        var chart = await ChartPage.LaunchAsync(page, viewer, patient);
        await chart.WaitUntilLoadedAsync();
        await ExamineAsync(page, name);

        Assert.Empty(_violations);
        await page.Context.CloseAsync();
    }

    private async Task ExamineAsync(IPage page, string screen)
    {
        AxeResult result = await page.RunAxe();
        _violations.AddRange(
            result.Violations.Select(violation =>
                $"{screen}: {violation.Id}: {violation.Help}: {string.Join(" ; ", violation.Nodes.Take(3).Select(node => node.Html))}"
            )
        );
    }

    /// <summary>Presses Tab until the focus is there, as somebody would who has no mouse.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        const int most = 60;
        for (var press = 0; press < most; press++)
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
        Assert.Fail($"{most} presses of Tab do not lead to {selector}.");
    }
}
