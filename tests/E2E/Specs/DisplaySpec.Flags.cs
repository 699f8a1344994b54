using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <content>Flags where results stand by test: they read by shape and code, whatever becomes of their colours.</content>
public sealed partial class DisplaySpec
{
    /// <summary>How an element's colour stands out from the surface of its card.</summary>
    private const string Contrast = """
        (element, property) => {
          const light = (colour) => {
            const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map((c) => {
              const part = c / 255;
              return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
            });
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const of = light(getComputedStyle(element)[property]);
          const on = light(getComputedStyle(element.closest(".card")).backgroundColor);
          return (Math.max(of, on) + 0.05) / (Math.min(of, on) + 0.05);
        }
        """;

    /// <summary>In the flowsheet, in the graph of a test and in one of several: each abnormal result by shape and code.</summary>
    private static async Task FlagsReadByTestAsync(
        IPage page,
        ChartPage chart,
        string name,
        bool isGrey
    )
    {
        var results = chart.Section("results");
        await results.GetByText("By test and day").ClickAsync();
        await results.Locator("tr[data-series] .flag").First.WaitForAsync();
        await FlagsReadAsync(chart);
        Assert.Contains(
            "computed",
            string.Join(' ', await results.Locator("td .cell .flag").AllInnerTextsAsync()),
            StringComparison.Ordinal
        );
        await KeepScreenAsync(page, $"{name}-flowsheet", isGrey);

        await results.Locator("tr[data-series^=Potassium] button").First.ClickAsync();
        await GraphReadsAsync($"{name}-graph");

        await results.GetByText("By test and day").ClickAsync();
        foreach (var test in new[] { "Potassium", "HbA1c" })
            await results.Locator($"tr[data-series^={test}] input.choose").First.CheckAsync();
        await results.Locator("button.together").ClickAsync();
        await Expect(results.Locator("svg g.test-1 .result").First).ToBeVisibleAsync();
        await GraphReadsAsync($"{name}-overlay");

        async Task GraphReadsAsync(string screen)
        {
            await results.Locator("svg .abnormal .ring").First.WaitForAsync();
            await KeepScreenAsync(page, screen, isGrey);
            var abnormal = await results.Locator("svg .result.abnormal").CountAsync();
            Assert.Equal(abnormal, await results.Locator("svg .abnormal .ring").CountAsync());
            Assert.Equal(abnormal, await results.Locator("svg text.code").CountAsync());
            // Grey keeps the lightness, by which contrast is measured.
            foreach (var (part, colour) in new[] { ("text.code", "fill"), (".ring", "stroke") })
                Assert.True(
                    await results
                        .Locator($"svg {part}")
                        .First.EvaluateAsync<double>(Contrast, colour) >= 4.5,
                    $"{part} of {screen}"
                );
        }
    }
}
