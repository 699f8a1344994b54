using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>From a clinician's sign-in at the EHR to the record in its frame, by SMART App Launch.</summary>
[Collection(ViewerCollection.Name)]
public sealed class SmartLaunchSpec(Viewer viewer)
{
    [Theory]
    [InlineData("none")]
    [InlineData("athena")]
    public async Task A_SMART_launch_opens_the_patient_of_the_frame(string frame)
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync();
        var chart = await LaunchAsync(page, patient, frame);

        await Expect(chart.Name).ToHaveTextAsync("ROBERSON, Analisa (Ms)");
        await Expect(chart.Locator("footer")).ToContainTextAsync("Ingrid Vestergaard");
        var app = page.Frames.Single(f =>
            f.Url.StartsWith(viewer.App.ToString(), StringComparison.Ordinal)
        );
        Assert.Matches("^/chart/[A-Za-z0-9_-]{43}$", new Uri(app.Url).PathAndQuery);
        Assert.DoesNotContain(
            await page.Context.CookiesAsync(),
            cookie => cookie.Name.Contains("heichartviewer-launch", StringComparison.Ordinal)
        );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_as_of_refresh_launches_the_patient_anew_in_the_same_frame()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync();
        var chart = await LaunchAsync(page, patient, "none");
        var charts = new Uri(viewer.App, "chart/").ToString();
        var frame = page.Frame("app")!;
        var first = frame.Url;
        Assert.StartsWith(charts, first, StringComparison.Ordinal);

        await page.Locator("#as-of").ClickAsync();
        await frame.WaitForURLAsync(url =>
            url.StartsWith(charts, StringComparison.Ordinal) && url != first
        );
        await chart.WaitUntilLoadedAsync();

        await Expect(chart.Name).ToHaveTextAsync("ROBERSON, Analisa (Ms)");
        await Expect(page.Locator("iframe")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task After_a_sign_out_of_the_EHR_nothing_is_launched_until_somebody_signs_in()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync();
        await LaunchAsync(page, patient, "none");
        var opened = page.Url;

        await page.Locator("#sign-out").ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Who is at this workstation?");
        await Expect(page.Locator("iframe")).ToHaveCountAsync(0);

        await page.GotoAsync(opened);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Who is at this workstation?");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task UX_10_Beside_the_EHRs_own_banner_one_line_of_identity_stays()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync();
        var chart = await LaunchAsync(page, patient, "none");

        foreach (var part in new[] { "name", "born", "source-person" })
            await Expect(chart.Banner.Locator($"[data-banner={part}]")).ToBeVisibleAsync();
        await Expect(chart.Banner.Locator("[data-banner=gender]")).ToBeHiddenAsync();
        await Expect(chart.Allergies).ToBeHiddenAsync();
        Assert.InRange((await chart.Banner.BoundingBoxAsync())!.Height, 1, 40);

        await chart.Banner.Locator("summary").ClickAsync();

        await Expect(chart.Banner.Locator("[data-banner=gender]")).ToBeVisibleAsync();
        await Expect(chart.Allergies).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_chart_takes_the_EHRs_colours_over()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync();
        var chart = await LaunchAsync(page, patient, "none");

        await Expect(chart.Locator(".chart"))
            .ToHaveCSSAsync("background-color", "rgb(238, 241, 238)");
        await page.Context.CloseAsync();
    }

    private async Task<ChartPage> LaunchAsync(IPage page, SandboxPatient patient, string frame)
    {
        // The EHR asks who is at work before it launches for them.
        await page.GotoAsync(
            new Uri(
                viewer.Process.Ehr,
                $"/ehr/patients/{patient.DataPartitionId}/{patient.PersonId}?kind=smart&frame={frame}"
            ).ToString()
        );
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Vestergaard") })
            .ClickAsync();
        var chart = new ChartPage(page.FrameLocator("iframe"));
        await chart.WaitUntilLoadedAsync();
        return chart;
    }
}
