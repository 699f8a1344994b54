using System.Globalization;
using System.Text.Json;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>Colours, density, small screens, and what must not hang on a colour.</summary>
[Collection(ViewerCollection.Name)]
public sealed partial class DisplaySpec(Viewer viewer, ITestOutputHelper output)
{
    private static readonly string[] Views =
    [
        "timeline",
        .. ChartPage.Sections.Select(section => section.Slug),
        "care-gaps",
        "demographics",
    ];

    [Fact]
    public async Task What_is_chosen_holds_at_once_and_for_the_next_chart_of_this_browser_before_its_first_paint()
    {
        var page = await viewer.PageAsync();
        var chart = await OpenAsync(page, "analisa");
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await page.GetByLabel("Dark").CheckAsync();
        await page.GetByLabel("Comfortable").CheckAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-density", "comfortable");
        Assert.Equal("rgb(16, 22, 28)", await StyleAsync(page.Locator("html"), "backgroundColor"));
        Assert.Equal("16px", await StyleAsync(page.Locator("body"), "fontSize"));
        await page.Keyboard.PressAsync("Escape");
        await chart.GoToAsync("results");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");

        var kept = Assert.Single(
            await page.Context.CookiesAsync(),
            cookie => cookie.Name == "heichartviewer-display"
        );
        Assert.Equal("dark.comfortable.keys.auto", kept.Value);
        // Drawn by the server: no script has to run first, and none stands in the page.
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Cookie", $"{kept.Name}={kept.Value}");
        var first = await http.GetStringAsync(viewer.App);
        Assert.Contains(
            "data-theme=\"dark\" data-density=\"comfortable\"",
            first,
            StringComparison.Ordinal
        );
        await OpenAsync(page, "deceased");
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await Expect(page.GetByLabel("Comfortable")).ToBeCheckedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Where_cookies_are_blocked_the_choice_holds_from_view_to_view()
    {
        var page = await viewer.PageAsync();
        await page.AddInitScriptAsync(
            "Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => {} })"
        );
        var chart = await OpenAsync(page, "analisa");
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await page.GetByLabel("High contrast").CheckAsync();
        await page.Keyboard.PressAsync("Escape");

        foreach (var view in new[] { "allergies", "results" })
        {
            await chart.GoToAsync(view);
            await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "contrast");
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task UX_9_Compact_shows_25_rows_at_1366_by_768_and_keeps_its_targets()
    {
        var page = await viewer.PageAsync();
        var chart = await OpenAsync(page, "ten-thousand");
        await chart.GoToAsync("results");
        await Expect(chart.Rows("results").First).ToBeVisibleAsync();

        var inView = await chart
            .Locator("main")
            .EvaluateAsync<int>(
                """
                main => {
                  const view = main.getBoundingClientRect();
                  return [...main.querySelectorAll("tbody tr")]
                    .map(row => row.getBoundingClientRect())
                    .filter(row => row.top >= view.top && row.bottom <= view.bottom).length;
                }
                """
            );

        Assert.True(inView >= 25, $"{inView} rows are in view.");
        await Expect(chart.Name).ToBeInViewportAsync();
        var smallest = await chart
            .Locator("main")
            .EvaluateAsync<double>(
                "main => Math.min(...[...main.querySelectorAll('button, a, input[type=search]')].map(target => target.getBoundingClientRect().height))"
            );
        Assert.True(smallest >= 24, $"A target is {smallest} px high.");
        Assert.Equal("13px", await StyleAsync(chart.Rows("results").First, "fontSize"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task WCAG_1_4_1_In_forced_colours_flags_selection_and_focus_are_still_told()
    {
        var page = await viewer.PageAsync();
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        var chart = await OpenAsync(page, "analisa");
        await chart.GoToAsync("results");
        await KeepScreenAsync(page, "forced-colours-results");

        await FlagsReadAsync(chart);
        var flag = chart.Section("results").Locator(".flag").First;
        Assert.Equal("1px", await StyleAsync(flag, "borderTopWidth"));
        Assert.Equal("solid", await StyleAsync(flag, "borderTopStyle"));
        foreach (
            var (on, off) in new[]
            {
                ("[data-rail=results]", "[data-rail=allergies]"),
                ("main button[aria-pressed=true]", "main button[aria-pressed=false]"),
            }
        )
            Assert.NotEqual(
                await StyleAsync(chart.Locator(on).First, "backgroundColor"),
                await StyleAsync(chart.Locator(off).First, "backgroundColor")
            );
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("solid", await StyleAsync(page.Locator(":focus"), "outlineStyle"));
        Assert.Equal("2px", await StyleAsync(page.Locator(":focus"), "outlineWidth"));
        await FlagsReadByTestAsync(page, chart, "forced-colours", isGrey: false);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task PAB_0055_In_greyscale_flags_states_and_death_are_still_told()
    {
        var page = await viewer.PageAsync();
        var chart = await OpenAsync(page, "deceased");
        Assert.Contains(
            "repeating-linear-gradient",
            await StyleAsync(chart.Banner, "backgroundImage"),
            StringComparison.Ordinal
        );
        await KeepScreenAsync(page, "greyscale-deceased", isGrey: true);

        chart = await OpenAsync(page, "analisa");
        await chart.GoToAsync("results");
        await KeepScreenAsync(page, "greyscale-results", isGrey: true);
        await FlagsReadAsync(chart);
        await FlagsReadByTestAsync(page, chart, "greyscale", isGrey: true);
        // Selected is bolder and has a bar, whatever its colour.
        Assert.True(
            int.Parse(
                await StyleAsync(chart.Rail("results"), "fontWeight"),
                CultureInfo.InvariantCulture
            )
                > int.Parse(
                    await StyleAsync(chart.Rail("allergies"), "fontWeight"),
                    CultureInfo.InvariantCulture
                )
        );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task WCAG_2_5_8_Every_target_is_24_pixels_high_on_every_screen()
    {
        var page = await viewer.PageAsync();
        var chart = await OpenAsync(page, "analisa");
        var small = new List<string>();
        await MeasureAsync("summary");
        foreach (var view in Views)
        {
            await chart.GoToAsync(view);
            await Expect(chart.Locator("main h1")).ToBeFocusedAsync();
            await MeasureAsync(view);
        }
        await page.Context.CloseAsync();

        Assert.True(small.Count == 0, string.Join(Environment.NewLine, small));

        // A box is as large a target as the label around it.
        async Task MeasureAsync(string view) =>
            small.AddRange(
                await page.EvaluateAsync<string[]>(
                    """
                    view => [...document.querySelectorAll("a, button, input, select, textarea, summary")]
                      .filter(target => !target.closest(".visually-hidden, .skip-link"))
                      .map(target => [target, (target.closest("label") ?? target).getBoundingClientRect()])
                      .filter(([, box]) => box.width && Math.ceil(box.height) < 24)
                      .map(([target, box]) => `${view}: ${target.textContent} is ${box.width} by ${box.height}`)
                    """,
                    view
                )
            );
    }

    [Theory]
    [InlineData(320, 256, "compact")]
    [InlineData(320, 256, "comfortable")]
    [InlineData(900, 700, "comfortable")]
    public async Task WCAG_1_4_10_Nothing_but_a_table_or_a_graph_scrolls_sideways(
        int width,
        int height,
        string density
    )
    {
        var page = await viewer.PageAsync(width: width, height: height);
        await KeepAsync(page, $"light.{density}.keys.auto");
        var chart = await OpenAsync(page, "analisa");
        var wide = new List<string>();
        await MeasureAsync("summary");
        foreach (var view in Views)
        {
            await chart.GoToAsync(view);
            await Expect(chart.Locator("main h1")).ToBeFocusedAsync();
            await MeasureAsync(view);
        }
        await KeepScreenAsync(page, $"reflow-{width}-{density}");
        await page.Context.CloseAsync();

        Assert.True(wide.Count == 0, string.Join(Environment.NewLine, wide));

        async Task MeasureAsync(string view) =>
            wide.AddRange(
                await page.EvaluateAsync<string[]>(
                    """
                    view => [document.documentElement, document.querySelector("main"), ...document.querySelectorAll(".rail, footer, header, .tools")]
                      .filter(box => box.scrollWidth > box.clientWidth + 1 && !box.matches(".visually-hidden"))
                      .map(box => `${view}: ${box.tagName} ${box.className} is ${box.scrollWidth} wide in ${box.clientWidth}`)
                    """,
                    view
                )
            );
    }

    [Fact]
    public async Task WCAG_2_4_11_The_banner_and_a_tables_heading_stay_and_hide_no_focus()
    {
        var page = await viewer.PageAsync();
        var chart = await OpenAsync(page, "analisa");
        await chart.GoToAsync("results");
        await chart.Rows("results").Nth(40).GetByRole(AriaRole.Button).FocusAsync();
        for (var press = 0; press < 30; press++)
        {
            await page.Keyboard.PressAsync("Shift+Tab");
            Assert.True(
                await page.EvaluateAsync<bool>(
                    """
                    () => {
                      const box = document.activeElement.getBoundingClientRect();
                      const top = document.elementFromPoint(box.left + 4, box.top + 4);
                      return top === document.activeElement || document.activeElement.contains(top);
                    }
                    """
                ),
                $"After {press + 1} steps back the focus is hidden."
            );
        }
        var heading = chart.Section("results").Locator("thead th").First;
        await Expect(heading).ToBeInViewportAsync();
        await Expect(chart.Name).ToBeInViewportAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task UX_11_A_section_opens_with_a_skeleton_while_the_tenant_has_not_answered()
    {
        var patient = await viewer.Sandbox.PatientAsync("deceased");
        await using var fault = await viewer.Sandbox.FailAsync(
            new
            {
                api = "encounter",
                patientId = patient.PatientId,
                kind = "stall",
            }
        );
        var page = await viewer.PageAsync();
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var chart = await ChartPage.LaunchAsync(page, viewer, patient);
        await Expect(chart.Rail("encounters")).ToBeVisibleAsync();

        // The section itself, not its card on the summary, which leads to it. Measured is from the reader's click to the
        // first frame after the skeleton stands in the page; the middle of five.
        var opened = await page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const bar = () => document.querySelector("[data-section=encounters]:not(:has(.more)) .skeleton i");
              const until = (holds) => new Promise(resume => {
                const seen = () => holds() && (watch.disconnect(), requestAnimationFrame(resume));
                const watch = new MutationObserver(seen);
                watch.observe(document.body, { childList: true, subtree: true });
                seen();
              });
              const waited = [];
              let animation;
              for (let i = 0; i < 5; i++) {
                const start = performance.now();
                document.querySelector("[data-rail=encounters]").click();
                await until(() => bar());
                waited.push(performance.now() - start);
                animation = getComputedStyle(bar()).animationName;
                document.querySelector(".rail nav a").click();
                await until(() => document.querySelector("[data-section=encounters] .more"));
              }
              return { waited, animation };
            }
            """
        );

        var waited = opened
            .GetProperty("waited")
            .EnumerateArray()
            .Select(one => one.GetDouble())
            .Order()
            .ToList();
        output.WriteLine(
            $"skeleton after {string.Join(", ", waited.Select(ms => ms.ToString("0", CultureInfo.InvariantCulture)))} ms"
        );
        Assert.True(waited[2] <= 200, $"The skeleton came after {waited[2]} ms, in the middle.");
        Assert.Equal("none", opened.GetProperty("animation").GetString());
        await page.Context.CloseAsync();
    }

    /// <summary>Every abnormal result says so by a shape and a code, not by its colour.</summary>
    private static async Task FlagsReadAsync(ChartPage chart)
    {
        var flags = await chart.Section("results").Locator(".flag").AllInnerTextsAsync();
        Assert.NotEmpty(flags);
        Assert.All(flags, flag => Assert.Matches("^(▲+|▼+|◆+|\\?) ?[A-Z]", flag));
    }

    private async Task<ChartPage> OpenAsync(IPage page, string name)
    {
        var chart = await ChartPage.LaunchAsync(
            page,
            viewer,
            await viewer.Sandbox.PatientAsync(name)
        );
        await chart.WaitUntilLoadedAsync();
        return chart;
    }

    private Task KeepAsync(IPage page, string choice) =>
        page.Context.AddCookiesAsync([
            new()
            {
                Name = "heichartviewer-display",
                Value = choice,
                Domain = viewer.App.Host,
                Path = "/",
            },
        ]);

    private static Task<string> StyleAsync(ILocator element, string property) =>
        element.EvaluateAsync<string>(
            "(element, property) => getComputedStyle(element)[property]",
            property
        );

    /// <summary>Keeps what is seen, for people to look at.</summary>
    private static async Task KeepScreenAsync(IPage page, string name, bool isGrey = false)
    {
        await page.EvaluateAsync(
            "isGrey => document.documentElement.style.filter = isGrey ? 'grayscale(1)' : ''",
            isGrey
        );
        await page.ScreenshotAsync(
            new()
            {
                Path = Path.Combine(
                    ViewerProcess.RepositoryRoot,
                    "artifacts",
                    "screenshots",
                    $"{name}.png"
                ),
            }
        );
    }
}
