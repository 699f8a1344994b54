using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>What a deployment withholds, and how somebody who needs it gets to see it (control 64).</summary>
public sealed class BreakGlassSpec : IAsyncLifetime
{
    private ViewerProcess _viewer = default!;
    private IPlaywright _playwright = default!;
    private IBrowser _browser = default!;

    [Fact]
    public async Task Control_64_The_glass_breaks_for_a_reason_in_one_chart_and_is_mended()
    {
        var context = await _browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 1366, Height = 768 },
                Locale = "en-GB",
            }
        );
        var page = await context.NewPageAsync();
        using var sandbox = new SandboxControl(new Uri(_viewer.Ehr, "/"));
        var patient = await sandbox.PatientAsync("analisa");
        await page.GotoAsync(_viewer.LaunchAddress(patient).ToString());
        var chart = new ChartPage(page);
        await chart.WaitUntilLoadedAsync();
        await Expect(chart.Rail("documents")).ToContainTextAsync("withheld");
        await chart.Rail("documents").ClickAsync();
        await Expect(chart.Section("documents")).ToContainTextAsync("Withheld.");
        await Expect(chart.Rows("documents")).ToHaveCountAsync(0);
        await page.ScreenshotAsync(new() { Path = Screenshot("withheld") });

        await page.GetByRole(AriaRole.Button, new() { Name = "Break the glass …" }).ClickAsync();
        await page.GetByLabel("Another reason").CheckAsync();
        var breaks = page.GetByRole(
            AriaRole.Button,
            new() { Name = "Break the glass", Exact = true }
        );
        await Expect(breaks).ToBeDisabledAsync();
        await page.GetByLabel("In your own words").FillAsync("The outside letter is missing");
        await page.ScreenshotAsync(new() { Path = Screenshot("asking") });
        await breaks.ClickAsync();

        await Expect(page.GetByText("Glass broken: Documents.")).ToBeVisibleAsync();
        await Expect(chart.Rows("documents")).Not.ToHaveCountAsync(0);
        await page.ScreenshotAsync(new() { Path = Screenshot("broken") });
        await chart.Rail("results").ClickAsync();
        await Expect(page.GetByText("Glass broken: Documents.")).ToBeVisibleAsync();

        // Another patient's chart of the same user stands behind its own glass.
        var beside = await context.NewPageAsync();
        await beside.GotoAsync(
            _viewer.LaunchAddress(await sandbox.PatientAsync("comparators")).ToString()
        );
        var other = new ChartPage(beside);
        await other.WaitUntilLoadedAsync();
        await Expect(other.Rail("documents")).ToContainTextAsync("withheld");

        await page.GetByRole(AriaRole.Button, new() { Name = "Withhold again" }).ClickAsync();
        await Expect(page.GetByText("Withheld: Documents.")).ToBeVisibleAsync();
        await Expect(chart.Rail("documents")).ToContainTextAsync("withheld");
    }

    public async Task InitializeAsync()
    {
        _viewer = await ViewerProcess.StartAsync(
            "--Viewer:BreakGlass:Withheld:0",
            "documents",
            "--Viewer:BreakGlass:Roles:0",
            "clinician"
        );
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _viewer.DisposeAsync();
    }

    private static string Screenshot(string name) =>
        Path.Combine(
            ViewerProcess.RepositoryRoot,
            "artifacts",
            "screenshots",
            $"break-glass-{name}.png"
        );
}
