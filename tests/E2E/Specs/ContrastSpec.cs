using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>What is no text and has to be seen all the same, in every choice of colours.</summary>
[Collection(ViewerCollection.Name)]
public sealed class ContrastSpec(Viewer viewer)
{
    /// <summary>
    /// The least contrast of what draws an element to what it is drawn on: the border of a field to its own ground and to
    /// the ground around it, an outline or a mark to the ground below it.
    /// </summary>
    private const string Faint = """
        () => {
          const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const channels = colour => {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data];
          };
          const light = ([r, g, b]) => [r, g, b]
            .map(one => one / 255)
            .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
            .reduce((sum, one, i) => sum + one * [0.2126, 0.7152, 0.0722][i], 0);
          const contrast = (one, other) => {
            const [dark, bright] = [light(channels(one)), light(channels(other))].sort((a, b) => a - b);
            return (bright + 0.05) / (dark + 0.05);
          };
          const ground = element => {
            for (let at = element; at; at = at.parentElement) {
              const colour = getComputedStyle(at).backgroundColor;
              if (channels(colour)[3] === 255) return colour;
            }
            return "white";
          };
          const faint = [];
          let seen = 0;
          const check = (element, colour, ...grounds) => {
            seen++;
            for (const below of grounds)
              if (contrast(colour, below) < 3)
                faint.push(`${element.localName}.${element.getAttribute("class")}: ${colour} on ${below} is ${contrast(colour, below).toFixed(2)}`);
          };
          for (const field of document.querySelectorAll("main input[type=search], main select, .find input"))
            if (field.getBoundingClientRect().width)
              check(field, getComputedStyle(field).borderTopColor, getComputedStyle(field).backgroundColor, ground(field.parentElement));
          for (const mark of document.querySelectorAll("svg path.mark, svg .ring, svg polyline.line, svg line.axis")) {
            const look = getComputedStyle(mark);
            check(mark, look.fill !== "none" && !mark.matches("polyline, line") ? look.fill : look.stroke, ground(mark.closest("figure")));
          }
          for (const flag of document.querySelectorAll("main .flag"))
            if (flag.getBoundingClientRect().width) check(flag, getComputedStyle(flag).color, ground(flag));
          const target = document.querySelector("main a, main button");
          target.focus({ focusVisible: true });
          check(target, getComputedStyle(target).outlineColor, ground(target.parentElement));
          return seen < 5 ? [`only ${seen} were looked at`] : [...new Set(faint)];
        }
        """;

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("contrast")]
    public async Task WCAG_1_4_11_Fields_focus_and_marks_stand_out_3_to_1(string theme)
    {
        var page = await viewer.PageAsync();
        var chart = await ChartPage.LaunchAsync(
            page,
            viewer,
            await viewer.Sandbox.PatientAsync("analisa")
        );
        await chart.WaitUntilLoadedAsync();
        await page.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", theme);
        await chart.GoToAsync("results");
        await chart.Rows("results").First.WaitForAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(Faint));

        await chart.Section("results").GetByText("By test and day").ClickAsync();
        await chart
            .Section("results")
            .Locator("tr[data-series^=Potassium] button")
            .First.ClickAsync();
        await chart.Section("results").Locator("svg .result").First.WaitForAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>(Faint));
        await page.Context.CloseAsync();
    }
}
