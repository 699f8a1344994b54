using System.Text.RegularExpressions;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>What is on the screen, on paper: recorded first, and on every page whose it is.</summary>
[Collection(ViewerCollection.Name)]
public sealed partial class PrintSpec(Viewer viewer)
{
    /// <summary>The browser's dialog, which a test cannot answer: it opens and stays open.</summary>
    private const string OpenDialog =
        "window.print = () => { window.prints = (window.prints ?? 0) + 1; dispatchEvent(new Event('beforeprint')); }";

    [Fact]
    public async Task Promise_23_Every_page_says_whose_it_is_its_number_and_who_printed_it()
    {
        var (page, chart, patient) = await OpenAsync("ten-thousand");
        await chart.GoToAsync("results");
        await Expect(chart.Section("results")).ToContainTextAsync("rows 1–50 of");
        var shown = await chart.Rows("results").CountAsync();

        await chart.Locator("button.print").ClickAsync();
        var pages = await PrintAsync(page);

        Assert.True(pages.Count > 2);
        foreach (var (index, text) in pages.Index())
        {
            Assert.Contains("KESTREL, Gustav · Born 08-Aug-1955", text, StringComparison.Ordinal);
            Assert.Contains("Sex at birth Male", text, StringComparison.Ordinal);
            Assert.Matches(@"MRN \d+ · Person ID, St\. Brigid Millennium 1589239", text);
            Assert.Contains(patient.PatientId!, text, StringComparison.Ordinal);
            Assert.Contains($"page {index + 1} of {pages.Count}", text, StringComparison.Ordinal);
            Assert.Matches(
                @"Results · Printed by Dr A\. Berg \(demo-berg\) on \d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d UTC",
                text
            );
            Assert.Contains("SYNTHETIC DATA — SANDBOX TENANT", text, StringComparison.Ordinal);
            Assert.Matches(@"Taken\s+Test\s+Result\s+Reference range", text);
        }
        var all = string.Join('\n', pages);
        Assert.Contains("rows 1–50 of", all, StringComparison.Ordinal);
        Assert.Equal(shown, Taken().Count(all));
        // No way to go on paper: neither the rail, nor the search, nor what opens and turns.
        Assert.DoesNotContain("Immunizations", all, StringComparison.Ordinal);
        Assert.DoesNotContain("Next", all, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Promise_23_What_was_filtered_and_sorted_is_said_in_words()
    {
        var (page, chart, _) = await OpenAsync("analisa");
        await chart.GoToAsync("results");
        var section = chart.Section("results");
        await section.GetByRole(AriaRole.Button, new() { NameRegex = Eastside() }).ClickAsync();
        await section.GetByRole(AriaRole.Searchbox).FillAsync("potassium");
        await Expect(section).ToContainTextAsync("showing");
        await section
            .GetByRole(AriaRole.Columnheader, new() { Name = "Taken" })
            .GetByRole(AriaRole.Button)
            .ClickAsync();
        await Expect(section.Locator("th[aria-sort=ascending]")).ToHaveCountAsync(1);
        var shown = await chart.Rows("results").CountAsync();

        await chart.Locator("button.print").ClickAsync();
        var all = string.Join('\n', await PrintAsync(page));

        Assert.Matches(@"Shown:\s+Eastside Clinics \d+", all);
        Assert.DoesNotContain("All sources", all, StringComparison.Ordinal);
        Assert.Contains("Filtered: contains “potassium”", all, StringComparison.Ordinal);
        Assert.Matches(@"showing \d+ of \d+", all);
        Assert.Contains("lowest first", all, StringComparison.Ordinal);
        Assert.Equal(shown, Taken().Count(all));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Rule_6_What_was_not_recorded_is_not_on_paper_whichever_way_it_was_asked_for()
    {
        var (page, chart, patient) = await OpenAsync("analisa");
        await chart.GoToAsync("results");
        await Expect(chart.Rows("results").First).ToBeVisibleAsync();

        // The browser's own menu asks nobody.
        await AssertHoldsNothingAsync(page, patient);

        // Once the audited print is over, so is its leave.
        await page.Keyboard.PressAsync("Control+p");
        await Expect(page.Locator("html[data-printing]")).ToHaveCountAsync(1);
        Assert.Contains(
            "ROBERSON, Analisa",
            string.Join('\n', await PrintAsync(page)),
            StringComparison.Ordinal
        );
        await Expect(page.Locator("html[data-printing]")).ToHaveCountAsync(0);
        await AssertHoldsNothingAsync(page, patient);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Promise_23_The_first_page_says_whose_it_is_once_and_keeps_the_allergies()
    {
        var (page, chart, _) = await OpenAsync("analisa");
        await chart.GoToAsync("allergies");
        await Expect(chart.Rows("allergies").First).ToBeVisibleAsync();

        await chart.Locator("button.print").ClickAsync();
        var first = (await PrintAsync(page))[0];

        Assert.Equal(2, first.Split("ROBERSON, Analisa").Length);
        Assert.Equal(2, first.Split("Born").Length);
        Assert.Matches(@"\d+ allergies", first);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Promise_23_A_graph_is_on_paper_with_its_axes_and_its_table()
    {
        var (page, chart, _) = await OpenAsync("analisa");
        await chart.GoToAsync("results");
        var section = chart.Section("results");
        await section.GetByRole(AriaRole.Button, new() { Name = "By test and day" }).ClickAsync();
        await section.Locator("tr[data-series^=Potassium] button").First.ClickAsync();
        await Expect(section.Locator("svg .result").First).ToBeVisibleAsync();
        var shown = await chart.Rows("results").CountAsync();

        await chart.Locator("button.print").ClickAsync();
        var pages = await PrintAsync(page);
        var all = string.Join('\n', pages);

        Assert.All(
            pages,
            text => Assert.Contains("ROBERSON, Analisa (Ms) · Born", text, StringComparison.Ordinal)
        );
        // The axis names the variable and its unit, within the drawing: they are words of the page, not of a picture.
        Assert.Matches(@"Potassium[^\n]*mmol/L", all);
        Assert.Equal(shown, Taken().Count(all));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Promise_23_The_timeline_is_on_paper_as_a_drawing_and_as_a_table()
    {
        var (page, chart, _) = await OpenAsync("analisa");
        await chart.GoToAsync("timeline");
        await Expect(chart.Locator("[data-track] > *").First).ToBeVisibleAsync();

        await chart.Locator("button.print").ClickAsync();
        var drawn = string.Join('\n', await PrintAsync(page));

        Assert.Contains("Timeline · Printed by", drawn, StringComparison.Ordinal);
        foreach (var lane in new[] { "Encounters", "Conditions", "Medications", "Documents" })
            Assert.Contains(lane, drawn, StringComparison.Ordinal);

        await page.EvaluateAsync("() => { window.prints = 0; }");
        await Expect(page.Locator("html[data-printing]")).ToHaveCountAsync(0);
        await chart.Locator("button[data-table]").ClickAsync();
        await Expect(chart.Rows("timeline").First).ToBeVisibleAsync();
        var shown = await chart.Rows("timeline").CountAsync();
        var first = await chart.Rows("timeline").First.Locator("th button").InnerTextAsync();

        await chart.Locator("button.print").ClickAsync();
        var listed = string.Join('\n', await PrintAsync(page));

        Assert.Contains(first.Split('\n')[0][..8], listed, StringComparison.Ordinal);
        Assert.Contains($"rows 1–{shown} of", listed, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Paper_speaks_the_readers_language()
    {
        var (page, chart, _) = await OpenAsync("analisa", "sv-SE");
        await chart.GoToAsync("results");
        var section = chart.Section("results");
        await Expect(chart.Rows("results").First).ToBeVisibleAsync();
        var notice = string.Join('\n', await PrintedPages.ReadAsync(await page.PdfAsync()));
        Assert.Contains("skrivs ut med sin egen knapp", notice, StringComparison.Ordinal);
        await section.GetByRole(AriaRole.Button, new() { NameRegex = Eastside() }).ClickAsync();
        await section.GetByRole(AriaRole.Searchbox).FillAsync("potassium");
        await section.Locator("thead button.sort").First.ClickAsync();
        await Expect(section.Locator("th[aria-sort=ascending]")).ToHaveCountAsync(1);

        await chart.Locator("button.print").ClickAsync();
        var pages = await PrintAsync(page);

        var all = string.Join('\n', pages);
        foreach (var (index, text) in pages.Index())
            Assert.Contains($"sida {index + 1} av {pages.Count}", text, StringComparison.Ordinal);
        Assert.Matches(@"Visas:\s+Eastside Clinics \d+", all);
        Assert.Contains("Filtrerat:", all, StringComparison.Ordinal);
        Assert.Contains("(sorterat, lägst först)", all, StringComparison.Ordinal);
        foreach (
            var english in new[]
            {
                "page",
                "Shown",
                "Filtered",
                "sorted",
                "Printed",
                "Born",
                "Gender",
            }
        )
            Assert.DoesNotContain(english, all, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_list_of_people_is_not_printed()
    {
        var page = await viewer.PageAsync();
        var search = await SearchPage.OpenAsync(page, viewer.App);
        await search.SearchAsync(("Name", "roberson"), ("Birth date", "20-Aug-1934"));
        await Expect(search.People).ToHaveCountAsync(1);

        var text = string.Join('\n', await PrintedPages.ReadAsync(await page.PdfAsync()));

        Assert.DoesNotContain("ROBERSON", text, StringComparison.Ordinal);
        Assert.Contains("A list of people is not printed", text, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_frame_that_may_not_open_dialogs_is_told_of()
    {
        var (page, chart, _) = await OpenAsync("analisa");
        await page.EvaluateAsync("() => { window.print = () => {}; }");

        await chart.Locator("button.print").ClickAsync();

        await Expect(chart.Locator(".menu [role=status]")).ToContainTextAsync("allow-modals");
        await Expect(page.Locator("html[data-printing]")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private static async Task AssertHoldsNothingAsync(IPage page, SandboxPatient patient)
    {
        var text = string.Join('\n', await PrintedPages.ReadAsync(await page.PdfAsync()));
        Assert.Contains("own Print button", text, StringComparison.Ordinal);
        foreach (
            var word in new[]
            {
                "ROBERSON",
                patient.PersonId,
                patient.PatientId!,
                "Potassium",
                "Penicillin",
            }
        )
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<IReadOnlyList<string>> PrintAsync(IPage page)
    {
        await Expect(page.Locator("html[data-printing]")).ToHaveCountAsync(1);
        Assert.Equal(1, await page.EvaluateAsync<int>("() => window.prints"));
        return await PrintedPages.ReadAsync(await page.PdfAsync(new() { Format = "A4" }));
    }

    private async Task<(IPage, ChartPage, SandboxPatient)> OpenAsync(
        string name,
        string language = "en-GB"
    )
    {
        var patient = await viewer.Sandbox.PatientAsync(name);
        var page = await viewer.PageAsync(language: language);
        await page.AddInitScriptAsync(OpenDialog);
        var chart = await ChartPage.LaunchAsync(page, viewer, patient);
        await chart.WaitUntilLoadedAsync();
        return (page, chart, patient);
    }

    /// <summary>A row of the results begins with when the result was taken.</summary>
    [GeneratedRegex(@"^\s*\d\d-[A-Z][a-z]{2}-\d{4}", RegexOptions.Multiline)]
    private static partial Regex Taken();

    [GeneratedRegex(@"^Eastside Clinics \d+$")]
    private static partial Regex Eastside();
}
