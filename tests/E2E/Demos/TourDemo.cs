using System.Diagnostics;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Demos;

/// <summary>
/// The pictures of docs/tour.md, one of each screen. They go to <c>artifacts/tour</c>, from where <c>./demo</c> takes
/// them into the documents; it runs with the tests, so that a screen that cannot be reached any more is noticed.
/// </summary>
[Collection(ViewerCollection.Name)]
public sealed class TourDemo(Viewer viewer)
{
    private static readonly string Folder = Path.Combine(
        ViewerProcess.RepositoryRoot,
        "artifacts",
        "tour"
    );

    [Fact]
    public async Task Every_screen_once()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        await InTheEhrAsync(patient);
        var page = await viewer.PageAsync();
        var chart = await ChartPage.LaunchAsync(page, viewer, patient);
        await chart.WaitUntilLoadedAsync();
        await ShotAsync(page, "summary");
        await ViewsAsync(page, chart);
        await ResultsAsync(page, chart);
        await FindAsync(page, chart);
        await DisplayAsync(page, chart);
        await PrintAsync(page, chart);
        await page.Context.CloseAsync();
        await LanguageAsync("ar", "arabic", patient);
        await LanguageAsync("sv", "swedish", patient);
        await DocumentsAsync();
        await SearchAsync();
        await RefusalAsync();
    }

    private async Task InTheEhrAsync(SandboxPatient patient)
    {
        var page = await viewer.PageAsync();
        await page.GotoAsync(
            new Uri(
                viewer.Process.Ehr,
                $"/ehr/patients/{patient.DataPartitionId}/{patient.PersonId}"
            ).ToString()
        );
        await new ChartPage(page.FrameLocator("iframe")).WaitUntilLoadedAsync();
        await ShotAsync(page, "in-the-ehr");
        await page.Context.CloseAsync();
    }

    private static async Task ViewsAsync(IPage page, ChartPage chart)
    {
        foreach (
            var slug in ChartPage
                .Sections.Select(section => section.Slug)
                .Except(["documents"])
                .Append("care-gaps")
        )
        {
            await chart.GoToAsync(slug);
            await Expect(chart.Locator("main h1")).ToBeFocusedAsync();
            await ShotAsync(page, slug);
        }
        await chart.GoToAsync("demographics");
        await chart.Locator("[data-records=changes]").WaitForAsync();
        await ShotAsync(page, "demographics");
        await chart.GoToAsync("timeline");
        await Expect(chart.Locator("[data-lane=results] .mark").First).ToBeVisibleAsync();
        await Expect(chart.Locator("[data-shown]")).ToContainTextAsync("in view");
        await ShotAsync(page, "timeline");
    }

    private static async Task ResultsAsync(IPage page, ChartPage chart)
    {
        await chart.GoToAsync("results");
        var results = chart.Section("results");
        await chart.Rows("results").First.GetByRole(AriaRole.Button).First.ClickAsync();
        await chart
            .Locator("dialog[open]")
            .GetByRole(AriaRole.Button, new() { Name = "As received" })
            .ClickAsync();
        await chart.Locator("dialog[open] .raw pre").WaitForAsync();
        await chart.Locator("dialog[open] .raw pre").ScrollIntoViewIfNeededAsync();
        await ShotAsync(page, "raw");
        await page.Keyboard.PressAsync("Escape");

        await results.GetByText("By test and day").ClickAsync();
        await results.Locator("tr[data-series]").First.WaitForAsync();
        await ShotAsync(page, "flowsheet");
        foreach (var test in new[] { "Potassium", "Creatinine" })
            await results.Locator($"tr[data-series^={test}] input.choose").First.CheckAsync();
        await results.GetByRole(AriaRole.Button, new() { Name = "Graph 2 together" }).ClickAsync();
        await results.Locator("svg .result").First.WaitForAsync();
        await ShotAsync(page, "graph-together");
        await page.ReloadAsync();
        await chart.WaitUntilLoadedAsync();
        await results.GetByText("By test and day").ClickAsync();
        await results.Locator("tr[data-series^=Potassium] button").First.ClickAsync();
        await results.Locator("svg .result").Last.FocusAsync();
        await ShotAsync(page, "single-test");
    }

    private static async Task FindAsync(IPage page, ChartPage chart)
    {
        await chart.Locator("#find-in-chart").FillAsync("kidney");
        await page.Keyboard.PressAsync("Enter");
        await Expect(chart.Locator(".found mark").First).ToBeVisibleAsync();
        await ShotAsync(page, "find");
        await page.Keyboard.PressAsync("Escape");
    }

    private static async Task DisplayAsync(IPage page, ChartPage chart)
    {
        await chart.Locator("main h1").FocusAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(chart.Locator("dialog[open] h2")).ToHaveTextAsync("Keys");
        await ShotAsync(page, "keys");
        await page.Keyboard.PressAsync("Escape");
        await chart.GoToAsync("results");
        foreach (var (theme, name) in new[] { ("dark", "dark"), ("contrast", "high-contrast") })
        {
            await page.EvaluateAsync(
                "theme => document.documentElement.dataset.theme = theme",
                theme
            );
            await ShotAsync(page, name);
        }
        await page.EvaluateAsync("() => document.documentElement.dataset.theme = 'light'");
        await page.SetViewportSizeAsync(900, 700);
        await ShotAsync(page, "900-pixels");
        await page.SetViewportSizeAsync(1366, 768);
    }

    private static async Task PrintAsync(IPage page, ChartPage chart)
    {
        await page.EvaluateAsync(
            "() => { window.print = () => { window.prints = 1; dispatchEvent(new Event('beforeprint')); }; }"
        );
        await chart.GoToAsync("medications");
        await chart.Locator("button.print").ClickAsync();
        await page.WaitForFunctionAsync("() => window.prints === 1");
        var pdf = Path.Combine(Folder, "print.pdf");
        await page.PdfAsync(new() { Path = pdf, PreferCSSPageSize = true });
        using var drawing = Process.Start(
            "pdftoppm",
            ["-png", "-r", "80", "-singlefile", pdf, Path.Combine(Folder, "print")]
        );
        await drawing.WaitForExitAsync();
        File.Delete(pdf);
        Assert.Equal(0, drawing.ExitCode);
    }

    private async Task LanguageAsync(string language, string name, SandboxPatient patient)
    {
        var page = await viewer.PageAsync(language: language);
        var chart = await ChartPage.LaunchAsync(page, viewer, patient);
        await chart.WaitUntilLoadedAsync();
        await chart.GoToAsync("results");
        await Expect(chart.Rows("results").First).ToBeVisibleAsync();
        await ShotAsync(page, name);
        await page.Context.CloseAsync();
    }

    private async Task DocumentsAsync()
    {
        var page = await viewer.PageAsync();
        var chart = await ChartPage.LaunchAsync(
            page,
            viewer,
            await viewer.Sandbox.PatientAsync("documents")
        );
        await chart.WaitUntilLoadedAsync();
        await chart.GoToAsync("documents");
        await chart.Rows("documents").First.WaitForAsync();
        await ShotAsync(page, "documents");
        await chart
            .Rows("documents")
            .Filter(new() { HasText = "Consultation letter" })
            .First.GetByRole(AriaRole.Button)
            .First.ClickAsync();
        await chart.Locator("dialog[open] .contents button.open").First.ClickAsync();
        await Expect(page.FrameLocator("dialog[open] iframe").Locator("h1")).ToBeVisibleAsync();
        await ShotAsync(page, "document");
        await page.Context.CloseAsync();
    }

    private async Task SearchAsync()
    {
        var page = await viewer.PageAsync();
        await page.GotoAsync(viewer.App.ToString());
        await ShotAsync(page, "sign-in");
        var search = await SearchPage.OpenAsync(page, viewer.App);
        await search.SearchAsync(("Name", "Marchetti"), ("Birth date", "4-May-1971"));
        await Expect(search.People).ToHaveCountAsync(2);
        await ShotAsync(page, "person-search");
        await page.Context.CloseAsync();
    }

    private async Task RefusalAsync()
    {
        var page = await viewer.PageAsync();
        var nobody = await viewer.Sandbox.PatientAsync("two-matches");
        await page.GotoAsync(viewer.LaunchAddress(nobody).ToString());
        await ShotAsync(page, "refusal");
        await page.Context.CloseAsync();

        await using var brief = await ViewerProcess.StartAsync(
            "--Viewer:Session:WarnAfter",
            "00:00:01",
            "--Viewer:Session:LockAfter",
            "00:00:03",
            "--Viewer:Session:EndAfter",
            "00:05:00"
        );
        using var sandbox = new SandboxControl(new Uri(brief.Ehr, "/"));
        page = await viewer.PageAsync();
        await page.GotoAsync(
            brief.LaunchAddress(await sandbox.PatientAsync("deceased")).ToString()
        );
        await Expect(page.Locator("[data-message=Locked]")).ToBeVisibleAsync();
        await ShotAsync(page, "lock");
        await page.Context.CloseAsync();
    }

    private static Task ShotAsync(IPage page, string name) =>
        page.ScreenshotAsync(
            new()
            {
                Path = Path.Combine(Folder, $"{name}.png"),
                Animations = ScreenshotAnimations.Disabled,
            }
        );
}
