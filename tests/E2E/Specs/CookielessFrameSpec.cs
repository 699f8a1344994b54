using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>A browser in which a frame of another site keeps neither cookies nor storage still opens charts in one.</summary>
[Collection(ViewerCollection.Name)]
public sealed class CookielessFrameSpec(Viewer viewer)
{
    public static TheoryData<string, string> Launches() =>
        new()
        {
            { "plain", "none" },
            { "plain", "strict" },
            { "signed", "none" },
            { "signed", "strict" },
            { "signed-post", "strict" },
            { "smart", "none" },
            { "smart", "strict" },
        };

    [Theory]
    [MemberData(nameof(Launches))]
    public async Task Every_launch_opens_a_chart_in_a_frame_that_keeps_nothing(
        string kind,
        string frame
    )
    {
        var folder = Directory.CreateTempSubdirectory("heichartviewer-browser-");
        using var playwright = await Playwright.CreateAsync();
        var browser = await Chromium.LaunchForgetfulAsync(
            playwright,
            folder.FullName,
            viewer.Process.Ehr.Host
        );
        try
        {
            var page = browser.Pages[0];
            var patient = await viewer.Sandbox.PatientAsync("analisa");
            await page.GotoAsync(
                new Uri(
                    viewer.Process.Ehr,
                    $"/ehr/patients/{patient.DataPartitionId}/{patient.PersonId}?kind={kind}&frame={frame}"
                ).ToString()
            );
            // The EHR asks who is at work before it vouches for them.
            if (kind != "plain")
                await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Vestergaard") })
                    .ClickAsync();

            // What is handed over in a form, a person hands over.
            if (kind == "signed-post")
                await page.FrameLocator("iframe").Locator("#hand-over").ClickAsync();

            var chart = new ChartPage(page.FrameLocator("iframe"));
            await Expect(chart.Name)
                .ToHaveTextAsync("ROBERSON, Analisa (Ms)", new() { Timeout = 20_000 });
            await chart.WaitUntilLoadedAsync();

            var app = page.Frames.Single(open =>
                open.Url.StartsWith(viewer.App.ToString(), StringComparison.Ordinal)
            );
            Assert.Equal(
                "no cookies, no storage",
                await app.EvaluateAsync<string>(
                    """
                    () => {
                      document.cookie = "kept=1";
                      const storage = () => { try { localStorage.setItem("kept", "1"); return "storage"; } catch { return "no storage"; } };
                      return `${document.cookie ? "cookies" : "no cookies"}, ${storage()}`;
                    }
                    """
                )
            );
            Assert.DoesNotContain(
                await browser.CookiesAsync(),
                cookie => cookie.Domain == viewer.App.Host
            );
        }
        finally
        {
            await browser.CloseAsync();
            folder.Delete(recursive: true);
        }
    }
}
