using System.Globalization;
using HeiChartViewer.Tests.E2E.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>
/// How soon after its deadline a chart is gone. The page notes by itself when its patient leaves it: whoever looks from
/// outside measures how busy the machine is.
/// </summary>
public sealed class LockTimeSpec : IAsyncLifetime
{
    private const string Note = "gone at ";
    private const string Told = "told: ";
    private static readonly TimeSpan LockAfter = TimeSpan.FromSeconds(20);
    private const float ToOpen = 15_000;
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Says when the patient's name has left the document, also where the document itself goes, and for how long the
    /// machine let nothing run in the page meanwhile.
    /// </summary>
    private const string Watch = $$"""
        (() => {
          let shown = false;
          let beat = Date.now();
          window.stood = 0;
          const tick = () => {
            const gap = Date.now() - beat;
            if (gap > 100) window.stood += gap - 50;
            beat = Date.now();
          };
          setInterval(tick, 50);
          const say = () => {
            tick();
            console.debug("{{Note}}" + Date.now() + " " + window.stood);
          };
          const look = () => {
            const isShown = document.documentElement.outerHTML.toUpperCase().includes("ROBERSON");
            if (shown && !isShown) say();
            shown = isShown;
          };
          new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
          addEventListener("pagehide", () => { if (shown) say(); });
        })();
        """;

    /// <summary>Says what message has come into the document, and whether the patient is still beside it.</summary>
    private const string Tell = $$"""
        new MutationObserver(() => {
          const headline = document.querySelector("[data-message] h1")?.textContent;
          if (!headline) return;
          const isNamed = document.documentElement.outerHTML.toUpperCase().includes("ROBERSON");
          console.debug(`{{Told}}${headline} ${isNamed ? "Beside" : "Without"} the patient.`);
        }).observe(document, { subtree: true, childList: true, characterData: true });
        """;

    private IPlaywright _playwright = default!;
    private IBrowser _browser = default!;

    /// <summary>What the server does while the chart comes to its deadline.</summary>
    public enum Server
    {
        /// <summary>It answers.</summary>
        Live,

        /// <summary>It is there and answers nothing.</summary>
        Suspended,

        /// <summary>It is gone.</summary>
        Killed,
    }

    [Theory]
    [InlineData(Server.Live)]
    [InlineData(Server.Suspended)]
    [InlineData(Server.Killed)]
    public async Task Controls_46_and_50_A_second_after_its_deadline_a_chart_is_out_of_the_page(
        Server server
    )
    {
        var viewer = await StartAsync();
        var page = await _browser.NewPageAsync();
        var gone = new TaskCompletionSource<long[]>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        page.Console += (_, message) =>
        {
            if (message.Text.StartsWith(Note, StringComparison.Ordinal))
                gone.TrySetResult([
                    .. message
                        .Text[Note.Length..]
                        .Split(' ')
                        .Select(number => long.Parse(number, CultureInfo.InvariantCulture)),
                ]);
        };
        await page.AddInitScriptAsync(Watch);
        var (address, latest) = await LaunchAsync(viewer);
        await page.GotoAsync(address);
        await Expect(page.Locator("[data-banner=name]"))
            .ToContainTextAsync("ROBERSON", new() { Timeout = ToOpen });
        var deadline = latest + LockAfter;
        var left = deadline - TimeSpan.FromSeconds(2) - TimeProvider.System.GetUtcNow();
        Assert.True(left > TimeSpan.Zero, "The chart was not shown before its deadline.");
        await Task.Delay(left);
        await Expect(page.Locator("[data-banner=name]")).ToBeVisibleAsync();
        Assert.False(gone.Task.IsCompleted);
        await page.EvaluateAsync("window.stood = 0");

        if (server is Server.Suspended)
            await viewer.SuspendAsync();
        else if (server is Server.Killed)
            await viewer.DisposeAsync();

        var note = await gone.Task.WaitAsync(TimeSpan.FromSeconds(15));
        var late = DateTimeOffset.FromUnixTimeMilliseconds(note[0]) - deadline;
        Assert.True(
            late <= Allowed + TimeSpan.FromMilliseconds(note[1]),
            $"Out of the page {late.TotalMilliseconds:0} ms after it was due; it stood still for {note[1]} ms."
        );
        // What the screen says in its place.
        await Expect(page.Locator("[data-message]"))
            .ToHaveAttributeAsync(
                "data-message",
                server is Server.Live ? "Locked" : "ClearedHere",
                new() { Timeout = ToOpen }
            );
        await Expect(page.Locator("[data-message]"))
            .ToContainTextAsync(
                server is Server.Live
                    ? "This chart is locked."
                    : "because nobody used it and the server could not be reached"
            );
        // What assistive technology is told, and what a script could read.
        Assert.DoesNotContain(
            "ROBERSON",
            await page.Locator("body").AriaSnapshotAsync(),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.DoesNotContain(
            "ROBERSON",
            await page.WholeContentAsync(),
            StringComparison.OrdinalIgnoreCase
        );
        await page.CloseAsync();
        if (server is Server.Suspended)
            await viewer.ResumeAsync();
        if (server is not Server.Killed)
            await viewer.DisposeAsync();
    }

    [Fact]
    public async Task Control_46_A_browser_that_does_not_leave_a_locked_chart_loses_its_circuit()
    {
        await using var viewer = await StartAsync();
        var page = await _browser.NewPageAsync();
        var cut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.WebSocket += (_, socket) => socket.Close += (_, _) => cut.TrySetResult();
        var told = new TaskCompletionSource<string>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        page.Console += (_, message) =>
        {
            if (message.Text.StartsWith(Told, StringComparison.Ordinal))
                told.TrySetResult(message.Text[Told.Length..]);
        };
        await page.AddInitScriptAsync(Tell);
        var (address, _) = await LaunchAsync(viewer);
        await page.GotoAsync(address);
        await Expect(page.Locator("[data-banner=name]"))
            .ToContainTextAsync("ROBERSON", new() { Timeout = ToOpen });
        // It asks for the page again, as it is told, and never gets it.
        await page.RouteAsync("**/chart/**", _ => Task.CompletedTask);

        // What the screen says meanwhile, it says by itself: a page that waits for another answers no question.
        Assert.Equal(
            "This chart is locked. Without the patient.",
            await told.Task.WaitAsync(LockAfter + TimeSpan.FromSeconds(30))
        );
        await cut.Task.WaitAsync(LockAfter + TimeSpan.FromSeconds(30));
        // The page it asked for never came, so that its document is the one that was locked.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!viewer.Output.Contains("has not left the page", StringComparison.Ordinal))
            await Task.Delay(100, limit.Token);
    }

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static Task<ViewerProcess> StartAsync() =>
        ViewerProcess.StartAsync(
            "--Viewer:Session:WarnAfter",
            $"{LockAfter / 2}",
            "--Viewer:Session:LockAfter",
            $"{LockAfter}",
            "--Viewer:Session:EndAfter",
            "00:05:00"
        );

    /// <summary>Launches a chart, and knows when it was opened at the latest.</summary>
    private static async Task<(string Address, DateTimeOffset Latest)> LaunchAsync(
        ViewerProcess viewer
    )
    {
        using var sandbox = new SandboxControl(new Uri(viewer.Ehr, "/"));
        var launch = viewer.LaunchAddress(await sandbox.PatientAsync("analisa"));
        using var http = new HttpClient(
            new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }
        );
        // The first chart of a process takes longest.
        (await http.GetAsync(launch)).Dispose();
        using var answer = await http.GetAsync(launch);
        return (
            new Uri(viewer.App, answer.Headers.Location!).ToString(),
            TimeProvider.System.GetUtcNow()
        );
    }
}
