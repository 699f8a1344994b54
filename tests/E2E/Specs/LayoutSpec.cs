using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
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
        var page = await viewer.PageAsync(width: width);
        var chart = await ChartPage.LaunchAsync(
            page,
            viewer,
            await viewer.Sandbox.PatientAsync("analisa")
        );
        await chart.WaitUntilLoadedAsync();

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

    /// <summary>The width of the frame that the demo EHR leaves, and of a window of its own, on a screen of 1366.</summary>
    [Theory]
    [InlineData(1190)]
    [InlineData(1366)]
    public async Task No_view_of_a_whole_chart_is_wider_than_its_place_in_a_frame(int width)
    {
        var page = await viewer.PageAsync(width: width);
        var chart = await ChartPage.LaunchAsync(
            page,
            viewer,
            await viewer.Sandbox.PatientAsync("analisa")
        );
        await chart.WaitUntilLoadedAsync();
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
        }
        await chart.GoToAsync("results");
        await chart.Section("results").GetByText("By test and day").ClickAsync();
        await chart.Section("results").Locator("tr[data-series]").First.WaitForAsync();
        if (width == 1366 && await WiderAsync() is > 0 and var flowsheet)
            wide.Add($"flowsheet by {flowsheet}");
        // Where its days do not fit, the way to the others stays in view.
        await Expect(chart.Section("results").Locator(".tools nav button").Last)
            .ToBeInViewportAsync(new() { Ratio = 1 });

        Assert.Empty(wide);
        await page.Context.CloseAsync();

        Task<int> WiderAsync() =>
            page.EvaluateAsync<int>(
                "() => { const main = document.querySelector('main'); return main.scrollWidth - main.clientWidth; }"
            );
    }
}
