using System.Globalization;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>The whole life on one screen: zoomed, opened and followed from the keyboard, and listed in full.</summary>
[Collection(ViewerCollection.Name)]
public sealed class TimelineSpec(Viewer viewer, ITestOutputHelper output)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1366)]
    [InlineData(ColorScheme.Dark, 900)]
    public async Task By_keyboard_it_is_zoomed_a_cluster_opened_and_a_record_reached(
        ColorScheme colours,
        int width
    )
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync(colours, width);
        var chart = await OpenAsync(page, patient);
        var whole = await DrawnAsync(chart);
        Assert.Equal(whole.All, whole.InView);

        await chart.Locator("[data-drawing]").FocusAsync();
        await page.Keyboard.PressAsync("+");
        await page.Keyboard.PressAsync("+");
        await Expect(chart.Locator("[data-shown]"))
            .Not.ToHaveAttributeAsync("data-level", Text(whole.Level));
        await page.Keyboard.PressAsync("0");
        await Expect(chart.Locator("[data-shown]"))
            .ToHaveAttributeAsync("data-level", Text(whole.Level));

        await page.Keyboard.PressAsync("ArrowDown");
        var cluster = chart.Locator("[data-lane=encounters] .mark.many").First;
        await Expect(cluster).ToBeFocusedAsync();
        var count = await cluster.GetAttributeAsync("data-count");
        await page.Keyboard.PressAsync("Enter");
        var listed = chart.Locator("[data-timeline-list] li");
        await Expect(listed).ToHaveCountAsync(int.Parse(count!, CultureInfo.InvariantCulture));

        await listed.First.GetByRole(AriaRole.Button).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(chart.Rail("encounters")).ToHaveAttributeAsync("aria-current", "page");
        await Expect(chart.Rows("encounters").And(page.Locator(".marked"))).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_table_lists_as_many_as_are_drawn_at_every_zoom()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync();
        var chart = await OpenAsync(page, patient);
        var (all, _, _) = await DrawnAsync(chart);
        var shown = chart.Locator("[data-shown]");
        var whole = await shown.InnerTextAsync();
        await chart.Locator("[data-drawing]").FocusAsync();
        for (var zoom = 0; zoom < 6; zoom++)
        {
            var before = await shown.InnerTextAsync();
            await page.Keyboard.PressAsync("+");
            await Expect(shown).Not.ToHaveTextAsync(before);
            // What is drawn overlaps the edges, and what is kept ready beyond them is drawn too: it is never more.
            Assert.InRange(await CountedAsync(page), (await DrawnAsync(chart)).InView, all);
        }
        await page.Keyboard.PressAsync("0");
        await Expect(shown).ToHaveTextAsync(whole);
        await Expect(shown).ToHaveAttributeAsync("data-count", Text(all));
        Assert.Equal(all, await CountedAsync(page));

        await page.Keyboard.PressAsync("t");

        var undated = chart.Locator("button").Filter(new() { HasText = "without a date" });
        var without =
            await undated.CountAsync() == 0
                ? 0
                : int.Parse(
                    (await undated.TextContentAsync())!.Split(' ')[0],
                    CultureInfo.InvariantCulture
                );
        await Expect(chart.Section("timeline")).ToContainTextAsync($"of {all + without}");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_section_that_failed_is_unknown_in_words_and_not_an_empty_lane()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        await using var fault = await viewer.Sandbox.FailAsync(
            new
            {
                api = "observation",
                patientId = patient.PatientId,
                kind = "status",
                status = 500,
            }
        );
        var page = await viewer.PageAsync();
        var chart = await OpenAsync(page, patient);

        await Expect(chart.Locator("[data-lane=results]"))
            .ToContainTextAsync("Not available. This does not mean that there are no results.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Ten_thousand_items_are_drawn_and_moved_without_asking_the_server()
    {
        var patient = await viewer.Sandbox.PatientAsync("ten-thousand");
        var page = await viewer.PageAsync();
        var chart = await OpenAsync(page, patient);
        var results = await viewer.Sandbox.RecordsAsync(
            "observation",
            "observations",
            patient.PatientId!
        );
        Assert.Equal(10_000, results.Count);
        await Expect(chart.Locator("[data-lane=results] .count")).ToHaveTextAsync("10,000");
        var (all, _, _) = await DrawnAsync(chart);
        output.WriteLine($"{all} items, of which records that say the same are one");

        foreach (var span in new[] { "whole", "years", "year" })
        {
            FrameTrace? trace = null;
            var browser = await BrowserTrace.OfAsync(
                page,
                async () => trace = await page.EvaluateAsync<FrameTrace>(Pan, span)
            );
            var frames = browser.Frames();
            var main = frames.Select(frame => frame.Main).Order().ToList();
            var script = frames.Select(frame => frame.Script).Order().ToList();
            output.WriteLine(
                $"{span}: {trace!.Drawn} elements, {frames.Count} frames; processor time of the main thread a frame: median {main[main.Count / 2]:0.00} ms, p95 {main[main.Count * 95 / 100]:0.00} ms, over 16.7 ms {main.Count(ms => ms > Frame)} times; of it the drawing's script: median {script[script.Count / 2]:0.00} ms, most {script[^1]:0.0} ms; the clock's time a frame: median {trace.Median:0.0} ms, p95 {trace.P95:0.0} ms"
            );
            Assert.Equal(0, trace.Sent);
            // Processor time: how much the page has to do for a frame, whoever else works on this machine.
            Assert.True(frames.Count >= 190, $"{frames.Count} frames were traced.");
            Assert.True(
                main[main.Count * 95 / 100] <= Frame,
                $"{span}: too much to do in a frame."
            );
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task WCAG_2_5_7_What_a_drag_does_buttons_do_too()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync();
        var chart = await OpenAsync(page, patient);
        var shown = chart.Locator("[data-shown]");
        await chart.Locator("[data-do=years]").ClickAsync();
        await Expect(shown)
            .Not.ToHaveAttributeAsync("data-count", Text((await DrawnAsync(chart)).All));
        var (latest, level) = (await shown.InnerTextAsync(), (await DrawnAsync(chart)).Level);

        await page.GetByRole(AriaRole.Button, new() { Name = "Earlier" }).ClickAsync();
        await Expect(shown).Not.ToHaveTextAsync(latest);
        Assert.Equal(level, (await DrawnAsync(chart)).Level);
        await page.GetByRole(AriaRole.Button, new() { Name = "Later" }).ClickAsync();
        await Expect(shown).ToHaveTextAsync(latest);

        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        await Expect(shown).Not.ToHaveAttributeAsync("data-level", Text(level));
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom out" }).ClickAsync();
        await Expect(shown).ToHaveAttributeAsync("data-level", Text(level));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task By_touch_one_finger_moves_it_and_two_zoom_it()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync();
        var chart = await OpenAsync(page, patient);
        await chart.Locator("[data-do=years]").ClickAsync();
        var shown = chart.Locator("[data-shown]");
        await Expect(shown)
            .Not.ToHaveAttributeAsync(
                "data-count",
                (await DrawnAsync(chart)).All.ToString(CultureInfo.InvariantCulture)
            );
        var lanes = (await chart.Locator("[data-lane=results] .body").BoundingBoxAsync())!;
        var (x, y) = (lanes.X + lanes.Width / 2, lanes.Y + lanes.Height / 2);
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync(
            "Emulation.setTouchEmulationEnabled",
            new Dictionary<string, object> { ["enabled"] = true, ["maxTouchPoints"] = 2 }
        );

        // One finger: other years, as close.
        var (before, level) = (await shown.InnerTextAsync(), (await DrawnAsync(chart)).Level);
        Touch("touchStart", x);
        for (var step = 1; step <= 10; step++)
            Touch("touchMove", x + 20 * step);
        Touch("touchEnd");
        await Expect(shown).Not.ToHaveTextAsync(before);
        Assert.Equal(level, (await DrawnAsync(chart)).Level);

        // Two fingers that part: closer. Nothing was opened by any of it.
        Touch("touchStart", x - 30, x + 30);
        for (var step = 1; step <= 10; step++)
            Touch("touchMove", x - 30 - 15 * step, x + 30 + 15 * step);
        Touch("touchEnd");
        await Expect(shown)
            .Not.ToHaveAttributeAsync("data-level", level.ToString(CultureInfo.InvariantCulture));
        Assert.True((await DrawnAsync(chart)).Level > level);
        await Expect(chart.Locator("dialog[open]")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();

        // The browser does not acknowledge two fingers: what they do is waited for, not their answer.
        void Touch(string type, params float[] fingers) =>
            _ = session.SendAsync(
                "Input.dispatchTouchEvent",
                new Dictionary<string, object>
                {
                    ["type"] = type,
                    ["touchPoints"] = fingers
                        .Select(
                            (at, id) =>
                                new Dictionary<string, object>
                                {
                                    ["x"] = at,
                                    ["y"] = y,
                                    ["id"] = id,
                                }
                        )
                        .ToArray(),
                }
            );
    }

    [Fact]
    public async Task The_last_of_a_life_ends_within_the_view_and_no_year_stands_under_today()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync();
        var chart = await OpenAsync(page, patient);

        var cut = await page.EvaluateAsync<string[]>(
            """
            () => {
              const ground = document.querySelector("[data-ground]").getBoundingClientRect();
              const out = [];
              for (const item of document.querySelectorAll("[data-track] [data-first]"))
                for (const box of [item, ...item.querySelectorAll(".name:not([hidden])")].map(one => one.getBoundingClientRect()))
                  if (box.left < ground.right && box.right > ground.right + 0.5) out.push(item.getAttribute("aria-label"));
              const today = document.querySelector("[data-ground] .today").getBoundingClientRect().right;
              for (const tick of document.querySelectorAll("[data-ground] .tick")) {
                const words = document.createRange();
                words.selectNodeContents(tick);
                const box = words.getBoundingClientRect();
                if (box.width > 0 && box.left < today && box.right > today) out.push(tick.textContent);
              }
              return out;
            }
            """
        );

        Assert.Empty(cut);
        await page.Context.CloseAsync();
    }

    /// <summary>The time of one of sixty frames a second, in milliseconds.</summary>
    private const double Frame = 1000.0 / 60;

    /// <summary>Pans for two hundred frames, there and back, by drag; measures frames and what the page's script takes of them.</summary>
    private const string Pan = """
        async span => {
          const drawing = document.querySelector("[data-drawing]");
          document.querySelector(`[data-do=${span}]`).click();
          await new Promise(resume => setTimeout(resume, 600));
          const send = WebSocket.prototype.send;
          let sent = 0;
          WebSocket.prototype.send = function (data) {
            // That somebody is there, the chart's guard says of every movement anywhere; the timeline asks for nothing.
            const isGuard = /Present|Left/.test(new TextDecoder("latin1").decode(data));
            if ((data.byteLength ?? data.length) > 40 && !isGuard) sent++;
            return send.call(this, data);
          };
          const request = window.requestAnimationFrame;
          let script = 0;
          window.requestAnimationFrame = act => request(time => {
            const from = performance.now();
            act(time);
            script += performance.now() - from;
          });
          const at = (type, x) => drawing.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: 400, button: 0, pointerId: 1, bubbles: true }));
          drawing.setPointerCapture = () => {};
          at("pointerdown", 900);
          const frames = [], scripts = [];
          let last = await new Promise(request), x = 900;
          for (let i = 0; i < 200; i++) {
            x += i < 100 ? 14 : -14;
            script = 0;
            const from = performance.now();
            at("pointermove", x);
            const handled = performance.now() - from;
            const now = await new Promise(request);
            frames.push(now - last);
            scripts.push(handled + script);
            last = now;
          }
          at("pointerup", x);
          window.requestAnimationFrame = request;
          WebSocket.prototype.send = send;
          delete drawing.setPointerCapture;
          const middle = list => [...list].sort((a, b) => a - b);
          return {
            frames: frames.length,
            median: middle(frames)[100],
            p95: middle(frames)[190],
            script: middle(scripts)[100],
            mostScript: Math.max(...scripts),
            drawn: document.querySelectorAll("[data-drawing] [data-first]").length,
            sent,
          };
        }
        """;

    private async Task<ChartPage> OpenAsync(IPage page, SandboxPatient patient)
    {
        var chart = await ChartPage.LaunchAsync(page, viewer, patient);
        await chart.WaitUntilLoadedAsync();
        await chart.GoToAsync("timeline");
        await Expect(chart.Locator("[data-lane][data-status=Loading]"))
            .ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await Expect(chart.Locator("[data-shown][data-all]:not([data-all='0'])"))
            .ToHaveCountAsync(1, new() { Timeout = 60_000 });
        // Said once it has come to rest.
        var drawn = "";
        for (string? shown = null; shown != drawn; )
        {
            shown = drawn;
            await page.WaitForTimeoutAsync(600);
            drawn = await chart.Locator("[data-shown]").TextContentAsync();
        }
        return chart;
    }

    private static async Task<(int All, int InView, int Level)> DrawnAsync(ChartPage chart)
    {
        var shown = chart.Locator("[data-shown]");
        return (await Of("all"), await Of("count"), await Of("level"));

        async Task<int> Of(string name) =>
            int.Parse(
                (await shown.GetAttributeAsync($"data-{name}"))!,
                CultureInfo.InvariantCulture
            );
    }

    /// <summary>What the marks count, and the bars.</summary>
    private static Task<int> CountedAsync(IPage page) =>
        page.EvaluateAsync<int>(
            "() => [...document.querySelectorAll('[data-track] [data-first]')].reduce((sum, one) => sum + Number(one.dataset.count ?? 1), 0)"
        );

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class FrameTrace
    {
        public int Frames { get; init; }

        public double Median { get; init; }

        public double P95 { get; init; }

        public double Script { get; init; }

        public double MostScript { get; init; }

        public int Drawn { get; init; }

        public int Sent { get; init; }
    }
}
