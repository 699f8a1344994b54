using System.Globalization;
using Microsoft.Playwright;

namespace HeiChartViewer.Bench.Chart;

/// <summary>Takes the time in the browser, up to the end of the frame that shows what was waited for.</summary>
internal static class BrowserClock
{
    /// <summary>Put into every document before its own scripts.</summary>
    private const string Script = """
        (() => {
          const painted = (tell) =>
            requestAnimationFrame(() => {
              const channel = new MessageChannel();
              channel.port1.onmessage = () => tell(performance.now());
              channel.port2.postMessage(0);
            });
          const seen = {};
          window.benchTimes = {};
          const note = (name, isThere) => {
            if (seen[name] || !isThere) return;
            seen[name] = true;
            painted((now) => (window.benchTimes[name] = now));
          };
          new MutationObserver(() => {
            const sections = [...document.querySelectorAll("section[data-status]")];
            const isReady = (section) => section.dataset.status !== "Loading";
            note("banner", document.querySelector("[data-banner=born]"));
            note("button", document.querySelector("button"));
            note("first", sections.some(isReady));
            note("all", sections.length > 0 && sections.every(isReady));
          }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-status"] });

          // From an input to the end of the frame in which it is answered.
          window.benchTime = (act, isAnswered) =>
            new Promise((resolve) => {
              const start = performance.now();
              const observer = new MutationObserver(() => {
                if (!isAnswered()) return;
                observer.disconnect();
                painted((now) => resolve(now - start));
              });
              observer.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
              act();
            });
          window.benchType = (field, text) => {
            field.value = text;
            field.dispatchEvent(new Event("input", { bubbles: true }));
          };
          window.benchNodes = () => {
            let count = 0;
            const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
            while (walker.nextNode()) count++;
            return count;
          };
        })();
        """;

    public static Task AddAsync(IBrowserContext context) => context.AddInitScriptAsync(Script);

    /// <summary>Milliseconds from the launch to the banner, the first section and all sections of the summary.</summary>
    public static async Task<(double Banner, double First, double All)> LaunchTimesAsync(
        IPage page,
        TimeSpan limit
    )
    {
        var times = await TimesAsync(page, "all", limit);
        return (times["banner"], times["first"], times["all"]);
    }

    /// <summary>Milliseconds from the request to a button.</summary>
    public static async Task<double> ButtonTimeAsync(IPage page, TimeSpan limit) =>
        (await TimesAsync(page, "button", limit))["button"];

    private static async Task<Dictionary<string, double>> TimesAsync(
        IPage page,
        string last,
        TimeSpan limit
    )
    {
        await page.WaitForFunctionAsync(
            "last => window.benchTimes && window.benchTimes[last]",
            last,
            new() { PollingInterval = 50, Timeout = (float)limit.TotalMilliseconds }
        );
        return await page.EvaluateAsync<Dictionary<string, double>>("() => window.benchTimes");
    }

    /// <summary>Milliseconds from an input to its painted answer; both are JavaScript.</summary>
    public static Task<double> TimeAsync(IPage page, string act, string isAnswered) =>
        page.EvaluateAsync<double>(
            string.Create(
                CultureInfo.InvariantCulture,
                $"() => window.benchTime(() => {{ {act} }}, () => {isAnswered})"
            )
        );

    /// <summary>The nodes of the document: elements, texts and all else.</summary>
    public static Task<int> NodesAsync(IPage page) =>
        page.EvaluateAsync<int>("() => window.benchNodes()");
}
