using System.Globalization;
using System.Text.RegularExpressions;
using HeiChartViewer.Bench.Client;
using HeiChartViewer.Tests.E2E.Fixtures;
using Microsoft.Playwright;

namespace HeiChartViewer.Bench.Chart;

/// <summary>
/// Large charts in Chromium, with a delay on every upstream call: from the launch to the banner and to the sections,
/// from an input to its painted answer, and what each page costs the server's heap, the browser and the socket.
/// </summary>
internal static partial class ChartBench
{
    private const int DelayMilliseconds = 50;

    // What is aimed at: in milliseconds, and in KiB of a circuit's heap beyond that of the page with one button.
    private const double BannerBeyondFloor = 150;
    private const double CompleteTarget = 3_000;
    private const double InputTarget = 100;
    private const double TypicalHeapTarget = 1_024;
    private const double LargestHeapTarget = 25 * 1_024;

    private const string TenThousand = "ten-thousand";
    private const int WarmUps = 2;

    // A hundred thousand results take a thousand pages, one after another.
    private const int LargestRounds = 1;
    private const int HeapCircuits = 4;

    private static readonly TimeSpan LoadLimit = TimeSpan.FromMinutes(4);

    private static readonly string[] Views =
    [
        "",
        "timeline",
        "allergies",
        "conditions",
        "medications",
        "results",
        "encounters",
        "immunizations",
        "procedures",
        "documents",
        "care-gaps",
        "demographics",
    ];

    /// <summary>Runs all of it, or only <c>launch</c>, <c>inputs</c> or <c>costs</c>.</summary>
    public static async Task RunAsync(int rounds, string? only)
    {
        var (viewer, viewerHeap) = await HeapProbe.StartAsync(() => ViewerProcess.StartAsync());
        await using var _ = viewer;
        await using var __ = viewerHeap;
        var (button, buttonHeap) = await HeapProbe.StartAsync(async () =>
            await ButtonProcess.StartAsync(await ScriptAsync(viewer))
        );
        await using var ___ = button;
        await using var ____ = buttonHeap;
        using var sandbox = new SandboxControl(new Uri(viewer.Ehr, "/"));
        using var floor = new ChartFloor(new Uri(viewer.Ehr, "/"));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var typical = await sandbox.PatientAsync("analisa");
        var large = await sandbox.PatientAsync(TenThousand);
        var largest = await sandbox.PatientAsync("hundred-thousand");

        Console.WriteLine($"chart: {rounds} rounds, {DelayMilliseconds} ms on every upstream call");
        var click = await ButtonClicksAsync(browser, button, rounds);
        await using (
            await sandbox.FailAsync(
                new
                {
                    api = "*",
                    kind = "delay",
                    delayMs = DelayMilliseconds,
                }
            )
        )
        {
            if (only is null or "launch")
            {
                foreach (var isKnown in (bool[])[false, true])
                {
                    await ButtonLoadsAsync(browser, button, isKnown, rounds);
                    await LaunchesAsync(browser, viewer, floor, typical, isKnown, rounds);
                }
                await LaunchesAsync(browser, viewer, floor, large, true, rounds);
                await LaunchesAsync(browser, viewer, floor, largest, true, LargestRounds);
            }
        }
        // The delay would only lengthen the wait for the records; the search asks the tenant beside its own answer.
        if (only is null or "inputs")
        {
            await InputsAsync(browser, viewer, large, rounds, click);
            await InputsAsync(browser, viewer, largest, rounds, click);
        }
        if (only is not (null or "costs"))
            return;
        // The delay takes no part in what a circuit holds.
        Console.WriteLine("one circuit of each page (heap, nodes, bytes over the socket)");
        await OpenCharts.MeasureAsync(browser, button, buttonHeap, 1);
        var template = await OpenCharts.MeasureAsync(browser, button, buttonHeap, HeapCircuits);
        Print("", template, template);
        await Costs(typical, HeapCircuits, Views, TypicalHeapTarget);
        await Costs(large, 2, ["", "results"], LargestHeapTarget);
        await Costs(largest, 1, ["", "results"], LargestHeapTarget);

        Task Costs(
            SandboxPatient patient,
            int circuits,
            IReadOnlyList<string> views,
            double target
        ) => CostsAsync(browser, viewer, viewerHeap, patient, circuits, views, template, target);
    }

    /// <summary>The page with one button in the launch's place: what a circuit takes to start that has nothing to show.</summary>
    private static async Task ButtonLoadsAsync(
        IBrowser browser,
        ButtonProcess button,
        bool isKnown,
        int rounds
    )
    {
        var times = new List<double>();
        await RoundsAsync(
            browser,
            isKnown,
            rounds,
            async (page, isCounted) =>
            {
                await page.GotoAsync(button.Address.ToString());
                var time = await BrowserClock.ButtonTimeAsync(page, LoadLimit);
                if (isCounted)
                    times.Add(time);
            }
        );
        Console.WriteLine($"one button, in {Browser(isKnown)}");
        Print("to the button", times, times);
    }

    private static async Task LaunchesAsync(
        IBrowser browser,
        ViewerProcess viewer,
        ChartFloor floor,
        SandboxPatient patient,
        bool isKnown,
        int rounds
    )
    {
        var floors = new List<(double Lookup, double Round, double All)>();
        var times = new List<(double Banner, double First, double All)>();
        await floor.WakeAsync(patient);
        await RoundsAsync(
            browser,
            isKnown,
            rounds,
            async (page, isCounted) =>
            {
                var bare = isCounted ? await floor.MeasureAsync(patient) : default;
                await page.GotoAsync(
                    viewer.LaunchAddress(patient).ToString(),
                    new() { WaitUntil = WaitUntilState.Commit }
                );
                // A list of a thousand pages is not read twice to warm up.
                if (!isCounted && rounds == LargestRounds)
                    return;
                var taken = await BrowserClock.LaunchTimesAsync(page, LoadLimit);
                if (!isCounted)
                    return;
                floors.Add(bare);
                times.Add(taken);
            }
        );
        Console.WriteLine($"launch of {patient.Name}, in {Browser(isKnown)}");
        Print(
            "to the banner; floor: lookup and one round",
            times.Select(t => t.Banner),
            floors.Select(f => f.Round),
            Estimate.MedianOf([.. floors.Select(f => f.Round)]) + BannerBeyondFloor
        );
        Print(
            "to the first section; floor: the same",
            times.Select(t => t.First),
            floors.Select(f => f.Round)
        );
        Print(
            "to all sections; floor: lookup and all pages",
            times.Select(t => t.All),
            floors.Select(f => f.All),
            patient.Name == TenThousand ? CompleteTarget : null
        );
    }

    /// <summary>Each round in a page of its own, in a browser that has or has not been at the app before.</summary>
    private static async Task RoundsAsync(
        IBrowser browser,
        bool isKnown,
        int rounds,
        Func<IPage, bool, Task> round
    )
    {
        await using var known = await browser.NewContextAsync();
        await BrowserClock.AddAsync(known);
        for (var number = -WarmUps; number < rounds; number++)
        {
            await using var fresh = isKnown ? null : await browser.NewContextAsync();
            if (fresh is not null)
                await BrowserClock.AddAsync(fresh);
            var context = fresh ?? known;
            var page = await context.NewPageAsync();
            await round(page, number >= 0);
            await page.GotoAsync("about:blank");
            await page.CloseAsync();
        }
    }

    private static string Browser(bool isKnown) =>
        isKnown ? "a browser that has been here before" : "a new browser";

    private static async Task InputsAsync(
        IBrowser browser,
        ViewerProcess viewer,
        SandboxPatient patient,
        int rounds,
        IReadOnlyList<double> click
    )
    {
        await using var context = await browser.NewContextAsync();
        context.SetDefaultTimeout((float)LoadLimit.TotalMilliseconds);
        await BrowserClock.AddAsync(context);
        var page = await context.NewPageAsync();
        await page.GotoAsync(viewer.LaunchAddress(patient).ToString());
        await BrowserClock.LaunchTimesAsync(page, LoadLimit);
        await OpenCharts.GoToAsync(page, "results");
        Console.WriteLine(
            $"inputs in the results of {patient.Name}; floor: the click on the one button"
        );
        foreach (var (name, steps) in ChartInputs.All)
        {
            var times = new List<double>();
            for (var round = -1; round < rounds; round++)
            {
                var time = 0.0;
                foreach (var step in steps)
                {
                    var taken = await BrowserClock.TimeAsync(page, step.Act, step.IsAnswered);
                    if (step.IsCounted)
                        time += taken;
                }
                if (round >= 0)
                    times.Add(time);
            }
            Print(name, times, click, name is "filter" or "sort" ? InputTarget : null);
        }
        await page.GotoAsync("about:blank");
    }

    private static async Task<IReadOnlyList<double>> ButtonClicksAsync(
        IBrowser browser,
        ButtonProcess button,
        int rounds
    )
    {
        await using var context = await browser.NewContextAsync();
        await BrowserClock.AddAsync(context);
        var page = await context.NewPageAsync();
        await page.GotoAsync(button.Address.ToString());
        await page.Locator("button").WaitForAsync();
        var times = new List<double>();
        for (var round = -WarmUps; round < rounds; round++)
        {
            var time = await BrowserClock.TimeAsync(
                page,
                "document.querySelector('button').click()",
                "true"
            );
            if (round >= 0)
                times.Add(time);
        }
        Print("a click on the one button", times, times);
        return times;
    }

    private static async Task CostsAsync(
        IBrowser browser,
        ViewerProcess viewer,
        HeapProbe heap,
        SandboxPatient patient,
        int circuits,
        IReadOnlyList<string> views,
        PageCost template,
        double target
    )
    {
        // The first time pays for what the process makes once.
        if (circuits > 1)
            await OpenCharts.MeasureAsync(browser, viewer, heap, patient, 1, views);
        foreach (
            var cost in await OpenCharts.MeasureAsync(
                browser,
                viewer,
                heap,
                patient,
                circuits,
                views
            )
        )
            Print(patient.Name, cost, template, target);
    }

    /// <summary>The script that starts a circuit, at the address under which the viewer's pages name it.</summary>
    private static async Task<Uri> ScriptAsync(ViewerProcess viewer)
    {
        using var http = new HttpClient();
        return new Uri(
            viewer.App,
            BlazorScript().Match(await http.GetStringAsync(viewer.App)) is { Success: true } found
                ? found.Value
                : "_framework/blazor.web.js"
        );
    }

    /// <param name="target">At most so many milliseconds; null where nothing is aimed at.</param>
    private static void Print(
        string what,
        IEnumerable<double> times,
        IEnumerable<double> floor,
        double? target = null
    )
    {
        double[] taken = [.. times],
            bare = [.. floor];
        var median = Estimate.MedianOf(taken);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {what, -48} {median, 9:0.0} ms   floor {Estimate.MedianOf(bare), 9:0.0} ms   x {Estimate.OfRatios(taken, bare)}{Verdict(median, target, "ms")}"
            )
        );
    }

    private static string Verdict(double figure, double? target, string unit) =>
        target is { } most
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"   target {most:0} {unit}: {(figure <= most ? "met" : "not met")}"
            )
            : "";

    private static void Print(
        string patient,
        PageCost cost,
        PageCost template,
        double? target = null
    )
    {
        var beyond = (cost.HeapBytes - template.HeapBytes) / 1024;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {patient, -17} {cost.Name, -14} {cost.HeapBytes / 1024, 9:0} KiB   beyond the template's {beyond, 9:0} KiB   {cost.Nodes, 6} nodes   {cost.SocketBytes / 1024.0, 7:0.0} KiB over the socket{Verdict(beyond, target, "KiB")}"
            )
        );
    }

    [GeneratedRegex(@"_framework/blazor\.web[^""]*\.js")]
    private static partial Regex BlazorScript();
}
