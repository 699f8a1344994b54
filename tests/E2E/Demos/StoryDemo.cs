using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Demos;

/// <summary>
/// The story told to somebody who sees the product for the first time, as numbered screenshots and, where a recorder is
/// installed, a video, in <c>artifacts/demo</c>. It runs with the tests, so that it never goes stale.
/// </summary>
[Collection(ViewerCollection.Name)]
public sealed class StoryDemo(Viewer viewer)
{
    /// <summary>Set by <c>./demo</c>, which installs the recorder.</summary>
    private static readonly bool Record =
        Environment.GetEnvironmentVariable("HEICHARTVIEWER_DEMO_VIDEO") == "1";

    private static readonly string Folder = Path.Combine(
        ViewerProcess.RepositoryRoot,
        "artifacts",
        "demo"
    );

    private int _shots;

    [Fact]
    public async Task From_the_worklist_to_the_record_and_from_the_search_to_the_record()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
        await using var context = await viewer.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 1366, Height = 768 },
                Locale = "en-GB",
                RecordVideoDir = Record ? Folder : null,
                RecordVideoSize = Record ? new() { Width = 1366, Height = 768 } : null,
            }
        );
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();

        await FromTheEhrAsync(page);
        await AFailingSectionAsync(page);
        await FromTheSearchAsync(page);
    }

    private async Task FromTheEhrAsync(IPage page)
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        await page.GotoAsync(viewer.Process.Ehr.ToString());
        await ShotAsync(page, "worklist");

        await page.Locator($"a[href*='{patient.PersonId}']").First.ClickAsync();
        var chart = new ChartPage(page.FrameLocator("iframe"));
        await chart.WaitUntilLoadedAsync();
        await ShotAsync(page, "chart-in-the-ehr");

        await chart.GoToAsync("results");
        await Expect(chart.Rows("results").First).ToBeVisibleAsync();
        await ShotAsync(page, "results");

        await chart.Rows("results").First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(chart.Locator("dialog[open]")).ToBeVisibleAsync();
        await ShotAsync(page, "result-details");
        await page.Keyboard.PressAsync("Escape");

        await chart.GoToAsync("demographics");
        await Expect(chart.Locator("[data-records=demographics]")).ToBeVisibleAsync();
        await ShotAsync(page, "longitudinal-demographics");
    }

    private async Task AFailingSectionAsync(IPage page)
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        ChartPage chart;
        await using (
            await viewer.Sandbox.FailAsync(
                new
                {
                    api = "longitudinal-record",
                    patientId = patient.PatientId,
                    kind = "status",
                    status = 503,
                }
            )
        )
        {
            await page.ReloadAsync();
            chart = new ChartPage(page.FrameLocator("iframe"));
            await chart.WaitUntilLoadedAsync();
            await chart.GoToAsync("documents");
            await Expect(chart.Section("documents"))
                .ToHaveAttributeAsync("data-status", "NotAvailable");
            await ShotAsync(page, "a-section-that-failed");
        }
        // The viewer leaves an API that failed alone for a moment before it asks again.
        await EventuallyAsync(async () =>
        {
            if (await chart.Section("documents").GetAttributeAsync("data-status") == "NotAvailable")
                await chart
                    .Section("documents")
                    .GetByRole(AriaRole.Button, new() { Name = "Retry" })
                    .ClickAsync();
            await Expect(chart.Section("documents"))
                .ToHaveAttributeAsync("data-status", "Known", new() { Timeout = 1_000 });
        });
        await ShotAsync(page, "the-same-section-after-retry");
    }

    private async Task FromTheSearchAsync(IPage page)
    {
        await page.GotoAsync(viewer.App.ToString());
        await ShotAsync(page, "sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "M. Lind" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Roberson");
        await page.GetByLabel("Birth date").FillAsync("20-Aug-1934");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page.Locator("[data-records=people] tbody tr")).Not.ToHaveCountAsync(0);
        await ShotAsync(page, "person-search");

        await page.GetByRole(AriaRole.Button, new() { Name = "Open chart" }).First.ClickAsync();
        var chart = new ChartPage(page);
        await chart.WaitUntilLoadedAsync();
        await ShotAsync(page, "chart-opened-from-the-search");
    }

    private async Task ShotAsync(IPage page, string name) =>
        await page.ScreenshotAsync(
            new() { Path = Path.Combine(Folder, $"{++_shots:00}-{name}.png") }
        );

    private static async Task EventuallyAsync(Func<Task> step)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                await step();
                return;
            }
            catch (PlaywrightException) when (attempt < 10)
            {
                // Not yet.
            }
    }
}
