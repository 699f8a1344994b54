using System.Text.RegularExpressions;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>The viewer's own words are in the reader's language; what a source said is as it came.</summary>
[Collection(ViewerCollection.Name)]
public sealed partial class LanguageSpec(Viewer viewer)
{
    private static readonly string[] Views =
    [
        "timeline",
        .. ChartPage.Sections.Select(section => section.Slug),
        "care-gaps",
        "demographics",
    ];

    [Theory]
    [InlineData("sv", "ltr", "Allergier")]
    [InlineData("ar", "rtl", "الحساسية")]
    public async Task The_browsers_language_is_spoken_and_finds_room_on_every_screen(
        string language,
        string direction,
        string allergies
    )
    {
        var found = new List<string>();
        var page = await viewer.PageAsync(language: language);
        var chart = await OpenAsync(page, "analisa");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Expect(page.Locator("html")).ToHaveAttributeAsync("dir", direction);
        await Expect(chart.Rail("allergies")).ToContainTextAsync(allergies);
        await CheckAsync("summary");
        foreach (var view in Views)
        {
            await chart.GoToAsync(view);
            await Expect(chart.Locator("main h1")).ToBeFocusedAsync();
            await CheckAsync(view);
        }
        await page.GotoAsync(viewer.App.ToString());
        await CheckAsync("sign-in");
        await page.GotoAsync(new Uri(viewer.App, "/launch?personId=1").ToString());
        await CheckAsync("refusal");
        await page.Context.CloseAsync();

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));

        async Task CheckAsync(string screen)
        {
            await page.ScreenshotAsync(
                new()
                {
                    Path = Path.Combine(
                        ViewerProcess.RepositoryRoot,
                        "artifacts",
                        "screenshots",
                        $"{language}-{screen}.png"
                    ),
                }
            );
            found.AddRange(
                await page.EvaluateAsync<string[]>(
                    """
                    screen => [document.documentElement, ...document.querySelectorAll("main, .rail, header, footer")]
                      .filter(box => box.scrollWidth > box.clientWidth + 1)
                      .map(box => `${screen}: ${box.tagName} is ${box.scrollWidth} wide in ${box.clientWidth}`)
                    """,
                    screen
                )
            );
        }
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("ar")]
    public async Task Design_rule_5_Values_and_sources_words_are_the_same_in_every_language(
        string language
    )
    {
        var english = await ReadAsync("en-GB");
        var other = await ReadAsync(language);

        Assert.NotEmpty(english);
        Assert.Equal(english, other);

        async Task<string[]> ReadAsync(string spoken)
        {
            var page = await viewer.PageAsync(language: spoken);
            var chart = await OpenAsync(page, "analisa");
            await chart.GoToAsync("results");
            await Expect(chart.Rows("results").First).ToBeVisibleAsync();
            var values = await chart
                .Locator("main")
                .EvaluateAsync<string[]>(
                    "main => [...main.querySelectorAll('tbody .result')].map(result => result.firstChild.data.trim())"
                );
            await page.Context.CloseAsync();
            return values;
        }
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("ar")]
    public async Task DTa_0002_A_date_has_its_month_in_words_and_its_year_in_full(string language)
    {
        var page = await viewer.PageAsync(language: language);
        var chart = await OpenAsync(page, "analisa");

        await Expect(chart.Locator("[data-banner=born]")).ToContainTextAsync(LongDate());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_range_and_a_comparator_read_the_same_way_in_a_page_from_right_to_left()
    {
        var page = await viewer.PageAsync(language: "ar");
        var chart = await OpenAsync(page, "analisa");
        await chart.GoToAsync("results");
        await Expect(chart.Rows("results").First).ToBeVisibleAsync();

        // A digit that is written later stands further right.
        var turned = await page.EvaluateAsync<string[]>(
            """
            () => {
              const turned = [];
              const walker = document.createTreeWalker(document.querySelector("main tbody"), NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode())
                for (const range of node.data.matchAll(/[<>≤≥]?\s?\d+(?:\.\d+)?(?:\s?[–-]\s?\d+(?:\.\d+)?)?/g)) {
                  if (/\p{Script=Arabic}/u.test(node.data) || range[0].length < 2) continue;
                  const at = (index) => {
                    const glyph = document.createRange();
                    glyph.setStart(node, index);
                    glyph.setEnd(node, index + 1);
                    return glyph.getBoundingClientRect();
                  };
                  const first = at(range.index);
                  const last = at(range.index + range[0].length - 1);
                  if (first.top === last.top && first.left >= last.left) turned.push(node.data);
                }
              return turned;
            }
            """
        );

        Assert.Empty(turned);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Time_runs_from_left_to_right_where_words_run_from_right_to_left()
    {
        var page = await viewer.PageAsync(language: "ar");
        var chart = await OpenAsync(page, "analisa");
        await chart.GoToAsync("timeline");
        await Expect(chart.Locator("[data-lane=results] .mark").First).ToBeVisibleAsync();

        var years = await chart
            .Locator("[data-ground]")
            .EvaluateAsync<double[][]>(
                """
                ground => [...ground.querySelectorAll(".tick")]
                  .filter(tick => /^\d{4}$/.test(tick.textContent))
                  .map(tick => [Number(tick.textContent), tick.getBoundingClientRect().left])
                """
            );

        Assert.True(years.Length > 1, "The axis names no years.");
        var byTime = years.OrderBy(year => year[0]).Select(year => year[1]).ToList();
        Assert.Equal(byTime.Order(), byTime);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_language_is_chosen_in_the_menu_and_kept()
    {
        var page = await viewer.PageAsync();
        var chart = await OpenAsync(page, "deceased");
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();

        await page.Locator("input[name=language][value=sv]").CheckAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "sv");
        await Expect(chart.Rail("allergies")).ToContainTextAsync("Allergier");
        await page.ReloadAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "sv");
        await page.Context.CloseAsync();
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

    [GeneratedRegex(@"\d{2}-[^\d\s-]{3,}-\d{4}")]
    private static partial Regex LongDate();
}
