using HeiChartViewer.Tests.E2E.Fixtures;
using Microsoft.Playwright;

namespace HeiChartViewer.Bench.Chart;

/// <summary>Circuits of one kind of page, and what each of them costs the server and the browser.</summary>
internal static class OpenCharts
{
    private static readonly TimeSpan LoadLimit = TimeSpan.FromMinutes(4);

    /// <summary>Opens a patient's chart several times and goes through the views with all of them.</summary>
    public static async Task<IReadOnlyList<PageCost>> MeasureAsync(
        IBrowser browser,
        ViewerProcess viewer,
        HeapProbe heap,
        SandboxPatient patient,
        int circuits,
        IReadOnlyList<string> views
    )
    {
        await using var context = await browser.NewContextAsync();
        context.SetDefaultTimeout((float)LoadLimit.TotalMilliseconds);
        await BrowserClock.AddAsync(context);
        var pages = new List<IPage>();
        var received = new long[1];
        for (var number = 0; number < circuits; number++)
        {
            var page = await context.NewPageAsync();
            if (number == 0)
                page.WebSocket += (_, socket) =>
                    socket.FrameReceived += (_, frame) =>
                        Interlocked.Add(
                            ref received[0],
                            frame.Binary?.Length ?? frame.Text?.Length ?? 0
                        );
            pages.Add(page);
            await page.GotoAsync(viewer.LaunchAddress(patient).ToString());
            await BrowserClock.LaunchTimesAsync(page, LoadLimit);
        }

        var open = new List<(string View, long Heap, int Nodes, long Bytes)>();
        foreach (var view in views)
        {
            if (view.Length > 0)
            {
                Interlocked.Exchange(ref received[0], 0);
                foreach (var page in pages)
                    await GoToAsync(page, view);
            }
            // What comes after the rows: the modules that a view loads, and the acknowledgements.
            await Task.Delay(1_000);
            open.Add(
                (
                    view.Length > 0 ? view : "summary",
                    await heap.BytesAsync(),
                    await BrowserClock.NodesAsync(pages[0]),
                    Interlocked.Read(ref received[0])
                )
            );
        }
        var closed = await CloseAsync(pages, heap);
        return
        [
            .. open.Select(one => new PageCost(
                one.View,
                (one.Heap - closed) / (double)circuits,
                one.Nodes,
                one.Bytes
            )),
        ];
    }

    /// <summary>The same of the page with one button.</summary>
    public static async Task<PageCost> MeasureAsync(
        IBrowser browser,
        ButtonProcess button,
        HeapProbe heap,
        int circuits
    )
    {
        await using var context = await browser.NewContextAsync();
        await BrowserClock.AddAsync(context);
        var pages = new List<IPage>();
        var received = new long[1];
        for (var number = 0; number < circuits; number++)
        {
            var page = await context.NewPageAsync();
            if (number == 0)
                page.WebSocket += (_, socket) =>
                    socket.FrameReceived += (_, frame) =>
                        Interlocked.Add(
                            ref received[0],
                            frame.Binary?.Length ?? frame.Text?.Length ?? 0
                        );
            pages.Add(page);
            await page.GotoAsync(button.Address.ToString());
            await page.Locator("button").WaitForAsync();
        }
        await Task.Delay(1_000);
        var (living, nodes) = (await heap.BytesAsync(), await BrowserClock.NodesAsync(pages[0]));
        var bytes = Interlocked.Read(ref received[0]);
        var closed = await CloseAsync(pages, heap);
        return new PageCost("one button", (living - closed) / (double)circuits, nodes, bytes);
    }

    /// <summary>Goes to a view of an open chart, on the same circuit.</summary>
    public static async Task GoToAsync(IPage page, string view)
    {
        await page.Locator($"[data-rail={view}]").ClickAsync();
        await page.Locator($"[data-rail={view}][aria-current=page]").WaitForAsync();
        await page.Locator("main section, main .card, main table").First.WaitForAsync();
    }

    /// <summary>A page that is left tells the server, which lets go of its circuit; the heap then is what the circuits stood on.</summary>
    private static async Task<long> CloseAsync(IEnumerable<IPage> pages, HeapProbe heap)
    {
        foreach (var page in pages)
            await page.GotoAsync("about:blank");
        await Task.Delay(2_000);
        return await heap.BytesAsync();
    }
}

/// <summary>What a page costs.</summary>
/// <param name="Name">Which page.</param>
/// <param name="HeapBytes">The bytes on the server's heap for one circuit that shows it.</param>
/// <param name="Nodes">The nodes of its document.</param>
/// <param name="SocketBytes">The bytes that came over the socket to show it.</param>
internal sealed record PageCost(string Name, double HeapBytes, int Nodes, long SocketBytes);
