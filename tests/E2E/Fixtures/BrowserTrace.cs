using System.Text.Json;
using Microsoft.Playwright;

namespace HeiChartViewer.Tests.E2E.Fixtures;

/// <summary>
/// The browser's own trace of a page: what its main thread did for each frame, in processor time, which other work on the
/// machine does not lengthen.
/// </summary>
public sealed class BrowserTrace
{
    private readonly List<JsonElement> _events = [];

    private BrowserTrace() { }

    /// <summary>Records while something happens.</summary>
    public static async Task<BrowserTrace> OfAsync(IPage page, Func<Task> happens)
    {
        var trace = new BrowserTrace();
        var session = await page.Context.NewCDPSessionAsync(page);
        var complete = new TaskCompletionSource();
        session.Event("Tracing.dataCollected").OnEvent += (_, data) =>
            trace._events.AddRange(data!.Value.GetProperty("value").EnumerateArray());
        session.Event("Tracing.tracingComplete").OnEvent += (_, _) => complete.TrySetResult();
        await session.SendAsync(
            "Tracing.start",
            new Dictionary<string, object>
            {
                ["transferMode"] = "ReportEvents",
                ["categories"] = "toplevel,devtools.timeline,disabled-by-default-devtools.timeline",
            }
        );
        await happens();
        await session.SendAsync("Tracing.end");
        await complete.Task;
        await session.DetachAsync();
        return trace;
    }

    /// <summary>
    /// For each frame that a script asked for: the processor time in milliseconds that the page's main thread took until the
    /// next, for scripts, style, layout and paint together, and how much of it was in callbacks of the frame.
    /// </summary>
    public IReadOnlyList<(double Main, double Script)> Frames()
    {
        var fired = _events.Where(one => Name(one) == "FireAnimationFrame").ToList();
        if (fired.Count == 0)
            return [];
        var thread = Thread(fired[0]);
        var tasks = _events.Where(one => Name(one) == "RunTask" && Thread(one) == thread).ToList();
        return
        [
            .. fired
                .Zip(fired.Skip(1))
                .Select(pair =>
                    (
                        // The task that a frame begins in ends after it began, and is that frame's.
                        tasks
                            .Where(task =>
                                At(task) + Length(task) >= At(pair.First)
                                && At(task) + Length(task) < At(pair.Second)
                            )
                            .Sum(Processor),
                        Processor(pair.First)
                    )
                ),
        ];
    }

    private static string Name(JsonElement one) => one.GetProperty("name").GetString()!;

    private static (int, int) Thread(JsonElement one) =>
        (one.GetProperty("pid").GetInt32(), one.GetProperty("tid").GetInt32());

    private static double At(JsonElement one) => one.GetProperty("ts").GetDouble();

    private static double Length(JsonElement one) =>
        one.TryGetProperty("dur", out var length) ? length.GetDouble() : 0;

    private static double Processor(JsonElement one) =>
        one.TryGetProperty("tdur", out var time) ? time.GetDouble() / 1000 : 0;
}
