using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>What a user ends of their own: the chart in front of them, and one that is open elsewhere.</summary>
[Collection(ViewerCollection.Name)]
public sealed class OwnSessionsSpec(Viewer viewer)
{
    [Fact]
    public async Task A_chart_that_its_user_closes_by_the_menu_is_off_its_screen_and_does_not_come_back()
    {
        var (page, chart, patient) = await OpenAsync();
        var address = page.Url;
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Close this chart" }).ClickAsync();

        await Expect(chart.Message).ToHaveAttributeAsync("data-message", "SessionEnded");
        await AssertNothingOfAsync(patient, page);
        Assert.Equal(410, (await page.GotoAsync(address))!.Status);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_user_ends_one_of_their_own_charts_from_their_account_and_sees_no_patient_there()
    {
        var (page, chart, patient) = await OpenAsync();
        var account = await viewer.PageAsync();
        await SearchPage.SignInAsync(account, viewer.App, "Dr A. Berg");
        // The charts of other tests are this user's too; the latest stands first.
        var own = account.Locator("[data-own=Chart]").First;
        await Expect(own).ToContainTextAsync("Chart from the EHR");
        await Expect(account.Locator("[data-own=SignIn]").First).ToContainTextAsync("This sign-in");
        await AssertNothingOfAsync(patient, account);

        await own.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(chart.Message).ToHaveAttributeAsync("data-message", "SessionEnded");
        await AssertNothingOfAsync(patient, page);
        await account.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    private async Task<(IPage Page, ChartPage Chart, SandboxPatient Patient)> OpenAsync()
    {
        var page = await viewer.PageAsync();
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var chart = await ChartPage.LaunchAsync(page, viewer, patient);
        await Expect(chart.Name).ToContainTextAsync("ROBERSON");
        return (page, chart, patient);
    }

    private static async Task AssertNothingOfAsync(SandboxPatient patient, IPage page)
    {
        var content = await page.WholeContentAsync();
        Assert.DoesNotContain("ROBERSON", content, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(patient.PersonId, content, StringComparison.Ordinal);
        Assert.DoesNotContain(patient.PatientId!, content, StringComparison.OrdinalIgnoreCase);
    }
}
