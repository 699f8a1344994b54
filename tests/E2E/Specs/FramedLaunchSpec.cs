using System.Text.RegularExpressions;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>From the EHR's worklist to the record in a cross-site frame.</summary>
[Collection(ViewerCollection.Name)]
public sealed partial class FramedLaunchSpec(Viewer viewer)
{
    [Theory]
    [InlineData("none")]
    [InlineData("athena")]
    [InlineData("strict")]
    public async Task A_patient_opened_in_the_EHR_is_shown_in_its_frame(string frame)
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync();
        var refused = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                refused.Add(message.Text);
        };
        await page.GotoAsync(viewer.Process.Ehr.ToString());
        await page.Locator($"a[href*='{patient.PersonId}']").First.ClickAsync();
        if (frame != "none")
            await page.GotoAsync($"{page.Url}?frame={frame}");

        var chart = new ChartPage(page.FrameLocator("iframe"));
        await chart.WaitUntilLoadedAsync();

        await Expect(chart.Name).ToHaveTextAsync("ROBERSON, Analisa (Ms)");
        foreach (var (slug, _, _) in ChartPage.Sections)
            await Expect(chart.Section(slug)).ToHaveAttributeAsync("data-status", Complete());
        Assert.Empty(refused);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Control_21_Nothing_in_the_frame_keeps_an_identifier()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync();
        await page.GotoAsync(
            new Uri(
                viewer.Process.Ehr,
                $"/ehr/patients/{patient.DataPartitionId}/{patient.PersonId}"
            ).ToString()
        );
        var chart = new ChartPage(page.FrameLocator("iframe"));
        await chart.WaitUntilLoadedAsync();
        var frame = page.Frames.Single(f =>
            f.Url.StartsWith(viewer.App.ToString(), StringComparison.Ordinal)
        );

        Assert.Matches(OpaqueAddress(), new Uri(frame.Url).AbsolutePath);
        var kept = await frame.EvaluateAsync<string>(
            """
            () => {
              const read = (store) => { try { return JSON.stringify(store()); } catch { return ""; } };
              return [document.referrer, document.title, document.cookie, read(() => ({ ...localStorage })), read(() => ({ ...sessionStorage }))].join("\n");
            }
            """
        );
        var cookies = string.Join(
            '\n',
            (await page.Context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}")
        );
        foreach (
            var identifier in new[]
            {
                patient.PersonId,
                patient.PatientId!,
                patient.DataPartitionId,
                "ROBERSON",
            }
        )
            Assert.DoesNotContain(
                identifier,
                $"{frame.Url}\n{kept}\n{cookies}",
                StringComparison.OrdinalIgnoreCase
            );
        await page.Context.CloseAsync();
    }

    [GeneratedRegex("^(Known|KnownNone|NoneReceived)$")]
    private static partial Regex Complete();

    [GeneratedRegex("^/chart/[A-Za-z0-9_-]{43}$")]
    private static partial Regex OpaqueAddress();
}
