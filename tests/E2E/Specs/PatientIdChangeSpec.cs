using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>HealtheIntent may regroup a record while it is open: its patient id then ends.</summary>
[Collection(ViewerCollection.Name)]
public sealed class PatientIdChangeSpec(Viewer viewer)
{
    [Fact]
    public async Task Rule_3_A_patient_id_that_changes_closes_the_chart_and_a_launch_opens_the_new_one()
    {
        var patient = await viewer.Sandbox.PatientAsync("no-known-allergies");
        var page = await viewer.PageAsync();
        try
        {
            ChartPage chart;
            await using (
                await viewer.Sandbox.FailAsync(
                    new
                    {
                        api = "condition",
                        patientId = patient.PatientId,
                        kind = "status",
                        status = 403,
                    }
                )
            )
            {
                chart = await ChartPage.LaunchAsync(page, viewer, patient);
                await chart.WaitUntilLoadedAsync();
                await chart.GoToAsync("conditions");
                await Expect(chart.Section("conditions"))
                    .ToHaveAttributeAsync("data-status", "NotAuthorized");
            }
            await viewer.Sandbox.RetireAsync(patient.PatientId!);

            await chart
                .Section("conditions")
                .GetByRole(AriaRole.Button, new() { Name = "Retry" })
                .ClickAsync();

            await Expect(chart.Message).ToHaveAttributeAsync("data-message", "PatientIdChanged");
            await Expect(chart.Banner).ToHaveCountAsync(0);
            Assert.DoesNotContain(
                "LINDQVIST",
                await page.WholeContentAsync(),
                StringComparison.OrdinalIgnoreCase
            );

            var successor = await viewer.Sandbox.PatientAsync("no-known-allergies");
            Assert.NotEqual(patient.PatientId, successor.PatientId);
            chart = await ChartPage.LaunchAsync(page, viewer, successor);
            await chart.WaitUntilLoadedAsync();
            await Expect(chart.Name).ToContainTextAsync("LINDQVIST, Emil");
            await Expect(chart.Section("conditions")).ToHaveAttributeAsync("data-status", "Known");
        }
        finally
        {
            await viewer.Sandbox.ResetAsync();
            await page.Context.CloseAsync();
        }
    }
}
