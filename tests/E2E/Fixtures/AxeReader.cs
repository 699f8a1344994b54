using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;

namespace HeiChartViewer.Tests.E2E.Fixtures;

/// <summary>
/// Somebody who reads in one language, in a browser profile of their own, and what axe finds on the screens they come to:
/// by all rules once, and by the rules that hang on colours once for each of the colours that there are. The colours
/// change on the page as it stands.
/// </summary>
public sealed class AxeReader(IPage page, string language, ConcurrentQueue<string> found)
    : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// The rows of a long table differ in their words alone, and what stands in the frame of a document is its source's.
    /// High contrast promises 7:1.
    /// </summary>
    private const string Run = """
        async ([theme, rules]) => {
          document.documentElement.dataset.theme = theme;
          const colours = ["color-contrast", "link-in-text-block"];
          const only = { all: null, colours, contrast: [...colours, "color-contrast-enhanced"] }[rules];
          const { violations } = await axe.run(
            { exclude: [["tbody tr:nth-child(n + 16)"]] },
            { resultTypes: ["violations"], iframes: false, elementRef: false, ...(only && { runOnly: only }) },
          );
          return violations.map(({ id, nodes }) =>
            `${id} at ${nodes.slice(0, 3).map((node) => `${node.target} ${node.html} ${node.any[0]?.message ?? ""}`).join(", ")}`);
        }
        """;

    /// <summary>The languages, and a density for each: neither changes what the other does.</summary>
    private static readonly (string Language, string Density)[] All =
    [
        ("en-GB", "compact"),
        ("en-US", "normal"),
        ("sv", "comfortable"),
        ("ar", "normal"),
    ];

    /// <summary>
    /// The colours after light, each with what the system has: high contrast is another where that is dark. Axe knows
    /// nothing of forced colours.
    /// </summary>
    private static readonly (string Theme, ColorScheme System, string Rules)[] Colours =
    [
        ("light", ColorScheme.Light, "all"),
        ("dark", ColorScheme.Light, "colours"),
        ("contrast", ColorScheme.Light, "contrast"),
        ("contrast", ColorScheme.Dark, "contrast"),
    ];

    /// <summary>The page.</summary>
    public IPage Page => page;

    /// <summary>The chart in the page.</summary>
    public ChartPage Chart { get; } = new(page);

    /// <summary>Has one reader for each language look at something, all of them at once.</summary>
    /// <returns>What axe found.</returns>
    public static async Task<string> InEachLanguageAsync(
        Viewer viewer,
        params IEnumerable<Func<AxeReader, Task>> looks
    )
    {
        var found = new ConcurrentQueue<string>();
        var readers = new List<AxeReader>();
        foreach (var (language, density) in All)
        {
            var page = await viewer.PageAsync(language: language);
            await page.Context.AddCookiesAsync([
                new()
                {
                    Name = "heichartviewer-display",
                    Value = $"light.{density}.keys.auto",
                    Domain = viewer.App.Host,
                    Path = "/",
                },
            ]);
            readers.Add(new AxeReader(page, language, found));
        }
        foreach (var look in looks)
            await Task.WhenAll(readers.Select(look));
        foreach (var reader in readers)
            await reader.DisposeAsync();
        return string.Join(Environment.NewLine, found);
    }

    /// <summary>Lets axe look at the screen as it stands.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="state">Its state.</param>
    /// <param name="frame">The frame that it is in; the page itself where not given.</param>
    public async Task CheckAsync(string screen, string state, IFrame? frame = null)
    {
        var place = frame ?? page.MainFrame;
        if (!await place.EvaluateAsync<bool>("() => !!window.axe"))
            await place.EvaluateAsync(Axe);
        foreach (var (theme, system, rules) in Colours)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = system });
            var violations = await place.EvaluateAsync<string[]>(Run, new[] { theme, rules });
            foreach (var violation in violations)
                found.Enqueue(
                    $"{screen}, {state}, {theme} on a {system} system, {language}: {violation}"
                );
        }
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await page.Context.CloseAsync();
}
