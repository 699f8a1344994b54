using System.Text.RegularExpressions;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>Everything can be done without a pointer, and no key does what it should not.</summary>
[Collection(ViewerCollection.Name)]
public sealed class KeyboardSpec(Viewer viewer)
{
    [Fact]
    public async Task WCAG_2_1_1_Twelve_tasks_by_keyboard_alone_from_sign_in_to_sign_out()
    {
        var page = await viewer.PageAsync();
        await page.AddInitScriptAsync(
            "window.print = () => { window.prints = (window.prints ?? 0) + 1; dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint')); }"
        );
        var chart = new ChartPage(page);
        var results = chart.Section("results");
        var dialog = chart.Locator("dialog[open]");

        // 1. Signs in, searches, and opens a chart.
        await page.GotoAsync(viewer.App.ToString());
        await TabToAsync(page, "button[value=demo-lind]");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "form input");
        await page.Keyboard.TypeAsync("roberson");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("20-Aug-1934");
        await page.Keyboard.PressAsync("Enter");
        await Expect(new SearchPage(page).People).ToHaveCountAsync(1);
        await TabToAsync(page, "tbody button");
        await page.Keyboard.PressAsync("Enter");
        await chart.WaitUntilLoadedAsync();
        await HearsAsync(page, chart);

        // 2. Allergies. 3. Medications. 4. Results: each by its key, and the focus goes along.
        foreach (
            var (key, title, slug) in new[]
            {
                ("3", "Allergies", "allergies"),
                ("5", "Medications", "medications"),
                ("]", "Results", "results"),
            }
        )
        {
            await page.Keyboard.PressAsync(key);
            await Expect(chart.Rail(slug)).ToHaveAttributeAsync("aria-current", "page");
            await Expect(page.Locator("h1:focus")).ToHaveTextAsync(title);
        }

        // 5. Filters, and takes the filter back.
        await page.Keyboard.PressAsync("f");
        await page.Keyboard.TypeAsync("potassium");
        await Expect(results.Locator(".chip")).ToContainTextAsync("potassium");
        await TabToAsync(page, "section[data-section=results] .tools p button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(results.Locator(".chip")).ToHaveCountAsync(0);

        // 6. Sorts.
        await page.Keyboard.PressAsync("f");
        await TabToAsync(page, "section[data-section=results] th button.sort");
        await page.Keyboard.PressAsync("Enter");
        await Expect(results.Locator("th[aria-sort=ascending]")).ToHaveTextAsync("Taken ▴");

        // 7. Opens a result. 8. Looks at it as received, and comes back to where it was opened.
        await TabToAsync(page, "section[data-section=results] tbody button");
        var opened = await FocusedRowAsync(page);
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.Locator("h2")).ToBeFocusedAsync();
        await TabToAsync(page, ".raw button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.Locator("pre")).ToContainTextAsync("\"id\"");
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        Assert.NotEmpty(opened);
        Assert.Equal(opened, await FocusedRowAsync(page));

        // 9. Finds something in the chart, and jumps to it.
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("shellfish");
        await page.Keyboard.PressAsync("Enter");
        await Expect(chart.Locator(".found mark").First).ToHaveTextAsync("Shellfish");
        await TabToAsync(page, ".found li button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(chart.Section("allergies").Locator("tr.marked")).ToBeFocusedAsync();

        // 10. Reads a graph, value by value.
        await page.Keyboard.PressAsync("6");
        await Expect(page.Locator("h1:focus")).ToHaveTextAsync("Results");
        await TabToAsync(page, "section[data-section=results] .choices button[aria-pressed=false]");
        await page.Keyboard.PressAsync("Enter");
        await results.Locator("tr[data-series]").First.WaitForAsync();
        await TabToAsync(page, "tr[data-series^=Potassium] button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(results.Locator("svg .result").First).ToBeVisibleAsync();
        await TabToAsync(page, "svg .result");
        await Expect(results.Locator(".read")).ToContainTextAsync("mmol/L");
        var first = await results.Locator(".read").InnerTextAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(results.Locator(".read")).Not.ToHaveTextAsync(first);
        await Expect(results.Locator("svg .result:focus")).ToHaveCountAsync(1);
        var scrolled = await ScrolledAsync(page);
        await page.Keyboard.PressAsync("End");
        await Expect(results.Locator("svg .result").Last).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Home");
        await Expect(results.Locator("svg .result").First).ToBeFocusedAsync();
        await Expect(results.Locator(".read")).ToHaveTextAsync(first);
        Assert.Equal(scrolled, await ScrolledAsync(page));
        // The graph is one stop: Tab leaves it.
        await page.Keyboard.PressAsync("Tab");
        await Expect(results.Locator("svg :focus")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Shift+Tab");
        await Expect(results.Locator("svg .result:focus")).ToHaveCountAsync(1);

        // 11. Prints, and looks the keys up.
        await page.Keyboard.PressAsync("Control+p");
        await page.WaitForFunctionAsync("() => window.prints === 1");
        await page.Keyboard.PressAsync("?");
        await Expect(dialog.Locator("h2")).ToHaveTextAsync("Keys");
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);

        // 12. Signs out.
        await TabToAsync(page, ".menu button[popovertarget]", backwards: true);
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "#chart-menu a");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "form[action='/sign-out'] button");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("button[value=demo-lind]")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_map_names_the_keys_that_exist_and_each_does_what_it_says()
    {
        var (page, chart) = await OpenAsync();
        var dialog = chart.Locator("dialog[open]");
        await page.Keyboard.PressAsync("?");
        await Expect(dialog.Locator("tr[data-key]").First).ToBeVisibleAsync();
        var keys = await dialog
            .Locator("tr[data-key]")
            .EvaluateAllAsync<string[][]>(
                "rows => rows.map(row => [row.dataset.key, row.cells[1].textContent])"
            );
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        var rail = await chart
            .Locator(".rail nav a")
            .EvaluateAllAsync<string[]>(
                "links => links.map(link => link.querySelector('span')?.textContent ?? link.textContent)"
            );

        var opening = keys.Where(key => char.IsAsciiDigit(key[0][0])).ToList();
        Assert.Equal(rail.Take(10), opening.Select(key => key[1]));
        foreach (var key in opening.Skip(1))
        {
            await page.Keyboard.PressAsync(key[0]);
            await Expect(page.Locator("h1:focus")).ToHaveTextAsync(key[1]);
        }
        await page.Keyboard.PressAsync("[");
        await Expect(page.Locator("h1:focus")).ToHaveTextAsync(rail[8]);
        foreach (var key in new[] { "/", "Control+k" })
        {
            await page.Locator("h1").FocusAsync();
            await page.Keyboard.PressAsync(key);
            await Expect(chart.Locator("#find-in-chart")).ToBeFocusedAsync();
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Keys_do_nothing_while_somebody_types_or_something_lies_over_the_chart()
    {
        var (page, chart) = await OpenAsync();
        const string typed = "2]/?f";
        await chart.Locator("#find-in-chart").FocusAsync();

        await page.Keyboard.TypeAsync(typed);

        await Expect(chart.Locator("#find-in-chart")).ToHaveValueAsync(typed);
        await Expect(chart.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Expect(chart.Locator("main h1")).ToHaveTextAsync("Summary");

        await chart.Locator("main h1").FocusAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(chart.Locator("dialog[open]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("2");
        await page.Keyboard.PressAsync("Escape");
        await Expect(chart.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Expect(chart.Locator("main h1")).ToHaveTextAsync("Summary");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task WCAG_2_1_4_Keys_of_one_character_can_be_switched_off_and_stay_off()
    {
        var (page, chart) = await OpenAsync();
        var dialog = chart.Locator("dialog[open]");
        await page.Keyboard.PressAsync("?");
        await dialog.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await Expect(dialog.Locator("[data-key='2']")).ToContainTextAsync("switched off");
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);

        foreach (var key in new[] { "2", "?", "/" })
            await page.Keyboard.PressAsync(key);
        // Those with Control go on; its answer comes after any that the others could have had.
        await page.Keyboard.PressAsync("Control+k");
        await Expect(chart.Locator("#find-in-chart")).ToBeFocusedAsync();
        await chart.GoToAsync("conditions");
        await Expect(dialog).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("2");
        await chart.GoToAsync("results");
        await Expect(page.Locator("h1:focus")).ToHaveTextAsync("Results");
        await page.ReloadAsync();
        await chart.WaitUntilLoadedAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-keys", "nokeys");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Rule_7_Every_view_has_an_address_of_its_own_and_none_holds_an_identifier()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var (page, chart) = await OpenAsync();
        foreach (var (slug, _, _) in ChartPage.Sections)
        {
            await chart.GoToAsync(slug);
            Assert.Matches($"^/chart/[A-Za-z0-9_-]{{43}}/{slug}$", new Uri(page.Url).PathAndQuery);
            Assert.DoesNotContain(patient.PersonId, page.Url, StringComparison.Ordinal);
            Assert.DoesNotContain(patient.PatientId!, page.Url, StringComparison.Ordinal);
            await page.ReloadAsync();
            await Expect(chart.Section(slug)).ToBeVisibleAsync();
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Rule_7_How_a_view_is_looked_at_survives_a_reload_and_the_way_back_and_tells_nothing()
    {
        var (page, chart) = await OpenAsync();
        var results = chart.Section("results");
        await chart.GoToAsync("results");

        // By test and day.
        await results.GetByRole(AriaRole.Button, new() { Name = "By test and day" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Opaque("results"));
        await page.ReloadAsync();
        await results.Locator("tr[data-series]").First.WaitForAsync();
        await results.GetByLabel("Only tests with an abnormal result").CheckAsync();
        await Expect(page).ToHaveURLAsync(new Regex("tests-only=abnormal"));
        await Expect(page).ToHaveURLAsync(Opaque("results"));
        await page.ReloadAsync();
        await Expect(results.GetByLabel("Only tests with an abnormal result")).ToBeCheckedAsync();
        await results.GetByLabel("Only tests with an abnormal result").UncheckAsync();
        await Expect(page).Not.ToHaveURLAsync(new Regex("tests-only"));

        // A test with its graph: which one, the address does not tell.
        await results.Locator("tr[data-series^=Potassium] button").First.ClickAsync();
        await Expect(results.Locator("svg .result").First).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(Opaque("results"));
        Assert.DoesNotContain("otassium", page.Url, StringComparison.Ordinal);
        var title = await results.Locator(".choices [aria-pressed=true]").First.InnerTextAsync();
        await page.ReloadAsync();
        await Expect(results.Locator("svg .result").First).ToBeVisibleAsync();
        await Expect(results.Locator(".choices [aria-pressed=true]").First).ToHaveTextAsync(title);

        // A source, and an order.
        await chart.GoToAsync("procedures");
        var procedures = chart.Section("procedures");
        await procedures.Locator(".view .choices button").Nth(1).ClickAsync();
        await procedures.Locator("th button.sort").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(Opaque("procedures"));
        Assert.DoesNotContain("millennium", page.Url, StringComparison.OrdinalIgnoreCase);
        var chip = await procedures.Locator(".chip").InnerTextAsync();
        await page.ReloadAsync();
        await Expect(procedures.Locator(".chip")).ToHaveTextAsync(chip);
        await Expect(procedures.Locator("th[aria-sort=ascending]")).ToHaveCountAsync(1);

        // Away and back, and by the rail to what the view is at first.
        await chart.GoToAsync("documents");
        await page.GoBackAsync();
        await Expect(procedures.Locator(".chip")).ToHaveTextAsync(chip);
        await chart.Rail("procedures").ClickAsync();
        await Expect(procedures.Locator(".chip")).ToHaveCountAsync(0);
        Assert.Equal("", new Uri(page.Url).Query);
        await page.Context.CloseAsync();

        static Regex Opaque(string slug) =>
            new(
                $"/chart/[A-Za-z0-9_-]{{43}}/{slug}\\?[a-z]+[a-z-]*=[a-z0-9,-]+(&[a-z-]+=[a-z0-9,-]+)*$"
            );
    }

    [Fact]
    public async Task Signs_that_a_keyboard_writes_with_AltGr_do_what_the_map_says()
    {
        var (page, chart) = await OpenAsync();
        await page.Keyboard.PressAsync("3");
        await Expect(page.Locator("h1:focus")).ToHaveTextAsync("Allergies");

        // As Windows sends it from a Swedish keyboard; then as macOS does, with Option alone.
        await PressAsync("]", "{ ctrlKey: true, altKey: true, modifierAltGraph: true }");
        await Expect(page.Locator("h1:focus")).ToHaveTextAsync("Conditions");
        await PressAsync("[", "{ altKey: true }");
        await Expect(page.Locator("h1:focus")).ToHaveTextAsync("Allergies");

        // Alt with a letter or a figure is the browser's own, and Control and Alt with a sign that is no AltGr a command.
        await PressAsync("5", "{ altKey: true }");
        await PressAsync("]", "{ ctrlKey: true, altKey: true }");
        await page.Keyboard.PressAsync("4");
        await Expect(page.Locator("h1:focus")).ToHaveTextAsync("Conditions");
        await page.Context.CloseAsync();

        Task PressAsync(string key, string modifiers) =>
            page.EvaluateAsync(
                $"() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true, cancelable: true, ...{modifiers} }}))"
            );
    }

    [Fact]
    public async Task The_map_names_the_keys_of_the_timelines_drawing_too()
    {
        var (page, chart) = await OpenAsync();
        await chart.GoToAsync("timeline");
        var below = await chart
            .Locator("#timeline-keys kbd")
            .EvaluateAllAsync<string[]>("keys => keys.map(key => key.textContent)");

        await page.Locator("h1").FocusAsync();
        await page.Keyboard.PressAsync("?");

        var map = chart
            .Locator("dialog[open] table.keys")
            .Filter(new() { HasText = "In the timeline's drawing" })
            .Locator("kbd");
        await Expect(map.First).ToBeVisibleAsync();
        Assert.Equal(
            below,
            await map.EvaluateAllAsync<string[]>("keys => keys.map(key => key.textContent)")
        );
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(900)]
    public async Task PAB_0001_What_lies_over_the_chart_leaves_the_banner_in_sight(int width)
    {
        var page = await viewer.PageAsync(width: width);
        var chart = await ChartPage.LaunchAsync(
            page,
            viewer,
            await viewer.Sandbox.PatientAsync("analisa")
        );
        await chart.WaitUntilLoadedAsync();
        await chart.GoToAsync("documents");
        await chart.Rows("documents").First.GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(chart.Locator("dialog[open] h2")).ToBeVisibleAsync();
        var banner = (await chart.Banner.BoundingBoxAsync())!;

        await ClearAsync();
        await chart.Locator("dialog[open] .contents button.open").First.ClickAsync();
        await Expect(chart.Locator("dialog[open] .opened")).ToBeVisibleAsync();
        await ClearAsync();
        await chart.Locator("dialog[open] .raw button").First.ClickAsync();
        await Expect(chart.Locator("dialog[open] pre").Last).ToBeVisibleAsync();
        await ClearAsync();
        await page.Context.CloseAsync();

        async Task ClearAsync()
        {
            var dialog = (await chart.Locator("dialog[open]").BoundingBoxAsync())!;
            Assert.True(
                dialog.Y >= banner.Y + banner.Height - 1,
                $"The dialog begins at {dialog.Y}, the banner ends at {banner.Y + banner.Height}."
            );
            Assert.True(dialog.Y + dialog.Height <= 768.5, "The dialog ends below the window.");
        }
    }

    private async Task<(IPage, ChartPage)> OpenAsync()
    {
        var page = await viewer.PageAsync();
        var chart = await ChartPage.LaunchAsync(
            page,
            viewer,
            await viewer.Sandbox.PatientAsync("analisa")
        );
        await chart.WaitUntilLoadedAsync();
        await HearsAsync(page, chart);
        return (page, chart);
    }

    /// <summary>Waits until the page hears keys, which is a moment after it is drawn.</summary>
    private static async Task HearsAsync(IPage page, ChartPage chart)
    {
        await chart.SearchByKeyAsync(page, "Control+k");
        await chart.Locator("main h1").FocusAsync();
    }

    private static Task<string> FocusedRowAsync(IPage page) =>
        page.EvaluateAsync<string>(
            "() => document.activeElement.closest('tr')?.dataset.record ?? ''"
        );

    /// <summary>How far down the record is.</summary>
    private static Task<double> ScrolledAsync(IPage page) =>
        page.EvaluateAsync<double>("() => document.querySelector('main').scrollTop + scrollY");

    private static async Task TabToAsync(IPage page, string selector, bool backwards = false)
    {
        await page.Locator(selector).First.WaitForAsync();
        for (var press = 0; press < 90; press++)
        {
            await page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
            if (
                await page.EvaluateAsync<bool>(
                    "selector => document.activeElement.matches(selector)",
                    selector
                )
            )
                return;
        }
        Assert.Fail($"The focus never came to {selector}.");
    }
}
