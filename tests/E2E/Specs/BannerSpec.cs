using System.Globalization;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>Who the patient is, and where help is, at the same place whatever is looked at.</summary>
[Collection(ViewerCollection.Name)]
public sealed class BannerSpec(Viewer viewer)
{
    private static readonly string[] Views =
    [
        "timeline",
        .. ChartPage.Sections.Select(section => section.Slug),
        "care-gaps",
        "demographics",
    ];

    [Theory]
    [InlineData(1366)]
    [InlineData(600)]
    public async Task PAB_0001_PAB_0009_The_banner_is_at_the_top_as_wide_as_the_page_and_unlike_what_is_below(
        int width
    )
    {
        var (page, chart) = await OpenAsync(width);

        await IsAtTheTopAsync();
        await chart.GoToAsync("results");
        await chart.Rows("results").Nth(40).ScrollIntoViewIfNeededAsync();
        await IsAtTheTopAsync();

        var ground = await ColourAsync(chart.Banner);
        foreach (var other in new[] { "body", "main", ".rail", ".card", "footer" })
            Assert.NotEqual(ground, await ColourAsync(chart.Locator(other).First));
        foreach (var part in new[] { "name", "born", "gender", "identifier", "source-person" })
            await Expect(chart.Banner.Locator($"[data-banner={part}]").First).ToBeInViewportAsync();
        await page.Context.CloseAsync();

        async Task IsAtTheTopAsync()
        {
            // What a reader does with the chart stands at the end of the same band.
            var banner = (await chart.Banner.BoundingBoxAsync())!;
            var menu = (await chart.Locator(".menu").BoundingBoxAsync())!;
            Assert.Equal((0, 0), (banner.X, banner.Y));
            Assert.Equal(width, Math.Max(banner.X + banner.Width, menu.X + menu.Width), 0.5);
            if (banner.Width < width)
                Assert.Equal((0, banner.Height), (menu.Y, menu.Height));
            Assert.Equal(
                await ColourAsync(chart.Banner),
                await ColourAsync(chart.Locator(".menu"))
            );
        }
    }

    [Fact]
    public async Task PAB_0044_A_label_is_weaker_than_its_value()
    {
        var (page, chart) = await OpenAsync();

        foreach (var pair in await chart.Banner.Locator("dl > div").AllAsync())
        {
            var (label, value) = (pair.Locator("dt"), pair.Locator("dd"));
            Assert.True(
                await NumberAsync(label, "fontWeight") < await NumberAsync(value, "fontWeight")
            );
            Assert.True(
                await NumberAsync(label, "fontSize") < await NumberAsync(value, "fontSize")
            );
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task PAB_0070_Each_answer_about_allergies_has_an_emphasis_of_its_own()
    {
        var (page, chart) = await OpenAsync();

        var looks = await chart.Allergies.EvaluateAsync<string[]>(
            """
            badge => ["known", "none", "not-recorded", "unavailable"].map(state => {
              badge.className = `allergies ${state}`;
              const look = getComputedStyle(badge);
              return [look.color, look.backgroundColor, look.borderTopStyle].join(" ");
            })
            """
        );

        Assert.Equal(4, looks.Distinct().Count());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task WCAG_3_2_6_Help_is_at_the_same_place_on_every_view()
    {
        var (page, chart) = await OpenAsync();
        var menu = page.GetByRole(AriaRole.Button, new() { Name = "Menu" });
        var place = (await menu.BoundingBoxAsync())!;

        foreach (var view in Views)
        {
            await chart.GoToAsync(view);
            await Expect(chart.Locator("main h1")).ToBeFocusedAsync();
            var now = (await menu.BoundingBoxAsync())!;
            Assert.Equal((place.X, place.Y), (now.X, now.Y));
        }
        await menu.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keys" })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private async Task<(IPage Page, ChartPage Chart)> OpenAsync(int width = 1366)
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

    private static Task<string> ColourAsync(ILocator element) =>
        element.EvaluateAsync<string>("element => getComputedStyle(element).backgroundColor");

    private static async Task<double> NumberAsync(ILocator element, string property) =>
        double.Parse(
            (
                await element.EvaluateAsync<string>(
                    "(element, property) => getComputedStyle(element)[property]",
                    property
                )
            ).Replace("px", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture
        );
}
