using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>Everything has its own place on the page, at the size of an EHR's frame.</summary>
[Collection(ViewerCollection.Name)]
public sealed class LayoutSpec(Viewer viewer)
{
    [Theory]
    [InlineData(1366)]
    [InlineData(900)]
    [InlineData(600)]
    public async Task No_card_of_the_summary_lies_over_another(int width)
    {
        var (page, _) = await OpenAsync(width);

        var over = await page.EvaluateAsync<string[]>(
            """
            () => {
              const cards = [...document.querySelectorAll('main .summary section.card')]
                .map(card => [card.dataset.section ?? card.textContent.slice(0, 30), card.getBoundingClientRect()]);
              const over = cards.length > 6 ? [] : ['only ' + cards.length + ' cards'];
              for (const [i, [one, a]] of cards.entries())
                for (const [other, b] of cards.slice(i + 1))
                  if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
                    over.push(one + ' and ' + other);
              return over;
            }
            """
        );

        Assert.Empty(over);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(724)]
    [InlineData(900)]
    [InlineData(1190)]
    [InlineData(1366)]
    public async Task The_newest_day_of_the_flowsheet_is_in_view_beside_its_tests(int width)
    {
        var (page, chart) = await OpenAsync(width);
        await chart.GoToAsync("results");
        var results = chart.Section("results");
        await results.GetByText("By test and day").ClickAsync();
        var potassium = results.Locator("tr[data-series^=Potassium]").First;
        await potassium.ScrollIntoViewIfNeededAsync();

        await Expect(results.Locator("thead th.date").Last)
            .ToHaveTextAsync(await potassium.Locator(".last .date").InnerTextAsync());
        foreach (var seen in new[] { potassium.Locator("th button"), potassium.Locator("td").Last })
            Assert.True(
                await seen.EvaluateAsync<bool>(
                    "seen => { const { left, right } = seen.getBoundingClientRect(); return left >= 0 && right <= innerWidth; }"
                )
            );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Nothing_of_a_record_comes_out_beside_the_banner_of_a_narrow_frame()
    {
        var (page, _) = await OpenAsync(724);
        await page.EvaluateAsync("() => scrollTo(0, 900)");

        Assert.Empty(
            await page.EvaluateAsync<string[]>(
                """
                () => {
                  const { top, bottom } = document.querySelector("header.banner").getBoundingClientRect();
                  const beside = [];
                  for (let x = 4; x < innerWidth; x += 20)
                    for (let y = Math.max(0, top) + 2; y < bottom; y += 8)
                      if (!document.elementFromPoint(x, y)?.closest("header.banner, .menu"))
                        beside.push(`${x}, ${y}: ${document.elementFromPoint(x, y)?.outerHTML.slice(0, 60)}`);
                  return beside;
                }
                """
            )
        );
        await page.Context.CloseAsync();
    }

    /// <summary>The width of the frame that the demo EHR leaves, and of a window of its own, on a screen of 1366.</summary>
    [Theory]
    [InlineData(1190)]
    [InlineData(1366)]
    public async Task No_view_of_a_whole_chart_is_wider_than_its_place_in_a_frame(int width)
    {
        var (page, chart) = await OpenAsync(width);
        var wide = new List<string>();
        foreach (
            var view in ChartPage
                .Sections.Select(section => section.Slug)
                .Append("care-gaps")
                .Append("demographics")
        )
        {
            await chart.GoToAsync(view);
            await chart.Section(view.Replace('-', ' ')).First.WaitForAsync();
            if (await WiderAsync() is > 0 and var by)
                wide.Add($"{view} by {by}");
            if (await BrokenDateAsync() is { } torn)
                wide.Add($"{view} breaks {torn}");
        }
        await chart.GoToAsync("results");
        await chart.Section("results").GetByText("By test and day").ClickAsync();
        await chart.Section("results").Locator("tr[data-series]").First.WaitForAsync();
        if (await WiderAsync() is > 0 and var flowsheet)
            wide.Add($"flowsheet by {flowsheet}");

        if (await BrokenDateAsync() is { } broken)
            wide.Add($"flowsheet breaks {broken}");

        Assert.Empty(wide);
        await page.Context.CloseAsync();

        // A time may have a line of its own; a date is one word.
        Task<string?> BrokenDateAsync() =>
            page.EvaluateAsync<string?>(
                """
                () => [...document.querySelectorAll("main .date")].find((date) => {
                  const walker = document.createTreeWalker(date, NodeFilter.SHOW_TEXT);
                  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
                    const day = text.data.match(/\d\d-\S+-\d{4}/);
                    if (!day) continue;
                    const range = document.createRange();
                    range.setStart(text, day.index);
                    range.setEnd(text, day.index + day[0].length);
                    if (new Set([...range.getClientRects()].map((line) => line.top)).size > 1) return true;
                  }
                  return false;
                })?.textContent ?? null
                """
            );

        Task<int> WiderAsync() =>
            page.EvaluateAsync<int>(
                "() => { const main = document.querySelector('main'); return main.scrollWidth - main.clientWidth; }"
            );
    }

    private async Task<(IPage Page, ChartPage Chart)> OpenAsync(int width)
    {
        var page = await viewer.PageAsync(width: width);
        var chart = await ChartPage.LaunchAsync(
            page,
            viewer,
            await viewer.Sandbox.PatientAsync("analisa")
        );
        await chart.WaitUntilLoadedAsync();
        return (page, chart);
    }
}
