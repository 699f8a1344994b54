using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>Whatever a source writes into a field is read as text: nothing of it acts, loads, or changes the page.</summary>
[Collection(ViewerCollection.Name)]
public sealed class HostileTextSpec(Viewer viewer)
{
    /// <summary>Tells the test what acted, in every frame and before anything of the page runs.</summary>
    private const string Watch = """
        window.alert = window.confirm = window.prompt = (what) => console.log(`acted: ${what}`);
        addEventListener("securitypolicyviolation", (e) => console.log(`acted: ${e.violatedDirective} ${e.blockedURI}`));
        """;

    [Fact]
    public async Task Every_hostile_string_in_every_text_field_is_text_on_every_view()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var file = Path.GetTempFileName();
        try
        {
            await new HostilePopulation(viewer.Sandbox).WriteAsync(patient, file);
            await using var process = await ViewerProcess.StartAsync("--Sandbox:Population", file);
            var page = await viewer.PageAsync();
            var acted = new List<string>();
            await page.Context.AddInitScriptAsync(Watch);
            page.Console += (_, message) =>
            {
                if (message.Text.StartsWith("acted:", StringComparison.Ordinal))
                    acted.Add($"{page.Url}: {message.Text}");
            };
            page.Dialog += (_, dialog) => acted.Add($"{page.Url}: a dialog, {dialog.Message}");
            page.Popup += (_, popup) => acted.Add($"{page.Url}: a window, {popup.Url}");
            page.Request += (_, request) =>
            {
                if (!new Uri(request.Url).IsLoopback)
                    acted.Add($"{page.Url}: asked for {request.Url}");
            };
            var seen = new HashSet<int>();

            await page.GotoAsync(process.LaunchAddress(patient).ToString());
            var chart = new ChartPage(page);
            await chart.WaitUntilLoadedAsync();
            await ReadAsync(page, seen);
            foreach (var (slug, _, _) in ChartPage.Sections)
                await ReadSectionAsync(page, chart, slug, seen);
            foreach (var slug in new[] { "demographics", "care-gaps" })
            {
                await chart.GoToAsync(slug);
                await ReadAsync(page, seen);
            }
            await DrawAsync(page, chart, seen);
            await FindAsync(page, chart, seen);
            await OpenDocumentsAsync(page, chart);
            await page.GotoAsync(process.App.ToString());
            var search = await SearchPage.OpenAsync(page, process.App);
            await search.SearchAsync(("Name", "<svg"), ("Birth date", "20-Aug-1934"));
            await Expect(search.Outcome).ToBeVisibleAsync();
            await ReadAsync(page, seen);

            Assert.Empty(acted);
            // Each was there to act.
            Assert.Equal(Enumerable.Range(0, HostileStrings.Count), seen.Order());
            await page.Context.CloseAsync();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task ReadSectionAsync(
        IPage page,
        ChartPage chart,
        string slug,
        HashSet<int> seen
    )
    {
        await chart.GoToAsync(slug);
        await chart.Rows(slug).First.WaitForAsync();
        await ReadAsync(page, seen);
        foreach (var row in new[] { 0, 1, 2 })
        {
            await chart.Rows(slug).Nth(row).GetByRole(AriaRole.Button).First.ClickAsync();
            var dialog = chart.Locator("dialog[open]");
            await dialog.GetByRole(AriaRole.Button, new() { Name = "As received" }).ClickAsync();
            await Expect(dialog.Locator(".raw pre")).ToBeVisibleAsync();
            await ReadAsync(page, seen);
            await page.Keyboard.PressAsync("Escape");
        }
    }

    private static async Task DrawAsync(IPage page, ChartPage chart, HashSet<int> seen)
    {
        await chart.GoToAsync("results");
        await chart.Section("results").GetByText("By test and day").ClickAsync();
        var series = chart.Section("results").Locator("tr[data-series]");
        await series.First.WaitForAsync();
        await ReadAsync(page, seen);
        await series.First.GetByRole(AriaRole.Button).First.ClickAsync();
        // Whatever is typed before the test's view has the focus is typed while it is taken away.
        await Expect(chart.Section("results").Locator(".top:focus")).ToHaveCountAsync(1);
        await ReadAsync(page, seen);
    }

    private static async Task FindAsync(IPage page, ChartPage chart, HashSet<int> seen)
    {
        foreach (var words in new[] { "<script>alert('mark00')", "onerror", "javascript:" })
        {
            var box = chart.Locator("#find-in-chart");
            await box.FillAsync(words);
            await box.PressAsync("Enter");
            var found = chart.Locator(".found");
            await Expect(found.GetByRole(AriaRole.Heading).First).ToContainTextAsync(words);
            await Expect(found.GetByRole(AriaRole.Status)).ToContainTextAsync("found in");
            await ReadAsync(page, seen);
            await page.Keyboard.PressAsync("Escape");
            await Expect(found).ToHaveCountAsync(0);
        }
    }

    private static async Task OpenDocumentsAsync(IPage page, ChartPage chart)
    {
        await chart.GoToAsync("documents");
        var markup = chart
            .Rows("documents")
            .Filter(new() { HasText = HostileStrings.Mark(0) })
            .First;
        await markup.GetByRole(AriaRole.Button).First.ClickAsync();
        var dialog = chart.Locator("dialog[open]");
        var contents = dialog.Locator(".contents button.open");
        await contents.Nth(1).WaitForAsync();
        await contents.First.ClickAsync();
        // Plain text is shown as it was written, all of it.
        var words = await dialog.Locator("pre.words").TextContentAsync();
        for (var i = 0; i < HostileStrings.Count; i++)
            Assert.Contains(HostileStrings.Mark(i), words, StringComparison.Ordinal);
        await dialog.Locator(".contents button.open").Last.ClickAsync();
        var frame = page.FrameLocator("dialog[open] iframe");
        await Expect(frame.Locator("body")).ToContainTextAsync("Words of a letter");
        Assert.Equal(
            0,
            await frame
                .Locator("script, iframe, object, embed, form, link[href], base, svg")
                .CountAsync()
        );
        await page.Keyboard.PressAsync("Escape");
    }

    /// <summary>Notes which strings stand on the page, and that none is more than text there.</summary>
    private static async Task ReadAsync(IPage page, HashSet<int> seen)
    {
        var more = await page.EvaluateAsync<string[]>(
            """
            (host) => [...document.querySelectorAll("*")].flatMap((element) => [...element.attributes]
              .filter((a) => a.name.startsWith("on") && !a.name.includes(":")
                || ["href", "src", "action", "data", "srcdoc", "formaction", "poster", "style"].includes(a.name)
                  && (/^\s*(javascript|data):/i.test(a.value) || a.value.includes(host) || a.value.includes("alert(")))
              .map((a) => `<${element.localName} ${a.name}="${a.value}">`))
              .concat([...document.querySelectorAll("script")].filter((s) => s.textContent.includes("alert(") || s.src.includes(host)).map(() => "<script>"))
              .concat([...document.querySelectorAll("base:not([href='/']), object, embed, math, template, meta[http-equiv=refresh]")].map((e) => `<${e.localName}>`))
            """,
            HostileStrings.Host
        );
        Assert.Empty(more);
        var text = await page.EvaluateAsync<string>("() => document.body.textContent");
        for (var i = 0; i < HostileStrings.Count; i++)
            if (text.Contains(HostileStrings.Mark(i), StringComparison.Ordinal))
                seen.Add(i);
    }
}
