using System.Diagnostics;
using System.Globalization;
using HeiChartViewer.Tests.E2E.Fixtures;
using Microsoft.Playwright;

namespace HeiChartViewer.Bench;

/// <summary>
/// From the launch request to the banner and to all sections, in Chromium, with a delay on every upstream call; beside
/// the floor that nothing can beat: one lookup, then one round of all lists at once, by a bare HTTP client.
/// </summary>
internal static class LaunchBench
{
    private const int DelayMilliseconds = 50;

    private static readonly (string Api, string Path)[] Lists =
    [
        ("patient", "demographics"),
        ("allergy", "allergies"),
        ("condition", "conditions"),
        ("medication", "medications"),
        ("observation", "observations"),
        ("encounter", "encounters"),
        ("immunization", "immunizations"),
        ("procedure", "procedures"),
        ("longitudinal-record", "document-references"),
    ];

    public static async Task RunAsync(int rounds)
    {
        await using var viewer = await ViewerProcess.StartAsync();
        using var sandbox = new SandboxControl(new Uri(viewer.Ehr, "/"));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var patient = await sandbox.PatientAsync("analisa");
        await using var delay = await sandbox.FailAsync(
            new
            {
                api = "*",
                kind = "delay",
                delayMs = DelayMilliseconds,
            }
        );

        var (floor, banner, all) = (new List<double>(), new List<double>(), new List<double>());
        // The first rounds pay for just-in-time compilation on both sides.
        const int warmUp = 3;
        for (var round = -warmUp; round < rounds; round++)
        {
            var bare = await FloorAsync(sandbox, patient);
            var (toBanner, toAll) = await LaunchAsync(browser, viewer, patient);
            if (round < 0)
                continue;
            floor.Add(bare);
            banner.Add(toBanner);
            all.Add(toAll);
        }

        Console.WriteLine(
            $"launch: {rounds} rounds, {DelayMilliseconds} ms on every upstream call, one patient of {patient.Name}"
        );
        Print("floor: lookup + one parallel round (with all pages)", floor, floor);
        Print("launch to banner", banner, floor);
        Print("launch to all sections", all, floor);
    }

    /// <summary>The upstream calls of a launch, as parallel as they can be: each list's pages follow one another.</summary>
    private static async Task<double> FloorAsync(SandboxControl sandbox, SandboxPatient patient)
    {
        var clock = Stopwatch.StartNew();
        await sandbox.LookupAsync(patient);
        await Task.WhenAll(
            Lists.Select(list => sandbox.RecordsAsync(list.Api, list.Path, patient.PatientId!))
        );
        return clock.Elapsed.TotalMilliseconds;
    }

    private static async Task<(double Banner, double All)> LaunchAsync(
        IBrowser browser,
        ViewerProcess viewer,
        SandboxPatient patient
    )
    {
        await using var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 1366, Height = 768 },
            }
        );
        var page = await context.NewPageAsync();
        var clock = Stopwatch.StartNew();
        var load = page.GotoAsync(
            viewer.LaunchAddress(patient).ToString(),
            new() { WaitUntil = WaitUntilState.Commit }
        );
        await page.Locator("[data-banner=born]").WaitForAsync();
        var banner = clock.Elapsed.TotalMilliseconds;
        await page.WaitForFunctionAsync(
            "() => document.querySelectorAll('section[data-status]').length > 0 && !document.querySelector('section[data-status=Loading]')",
            null,
            new() { PollingInterval = 5 }
        );
        var all = clock.Elapsed.TotalMilliseconds;
        await load;
        return (banner, all);
    }

    private static void Print(string what, List<double> times, List<double> floor)
    {
        var sorted = times.Order().ToList();
        var ratios = times.Zip(floor, (time, bare) => time / bare).Order().ToList();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {what, -52} median {Median(sorted), 7:0.0} ms   p90 {sorted[(int)(sorted.Count * 0.9)], 7:0.0} ms   x floor {Median(ratios):0.00}"
            )
        );
    }

    private static double Median(List<double> sorted) => sorted[sorted.Count / 2];
}
