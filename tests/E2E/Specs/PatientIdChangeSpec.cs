using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>HealtheIntent gives a patient another id while the chart is open.</summary>
[Collection(ViewerCollection.Name)]
public sealed class PatientIdChangeSpec(Viewer viewer)
{
    [Fact]
    public async Task Rule_3_A_chart_whose_patient_id_has_changed_is_closed_and_says_so()
    {
        var patient = (await viewer.Sandbox.PatientsAsync()).Last(p =>
            p is { PatientId: not null, Sentinel: null }
        );
        var page = await viewer.PageAsync();
        ChartPage chart;
        await using (
            await viewer.Sandbox.FailAsync(
                new
                {
                    api = "allergy",
                    patientId = patient.PatientId,
                    kind = "status",
                    status = 403,
                }
            )
        )
        {
            chart = await ChartPage.LaunchAsync(page, viewer, patient);
            await chart.WaitUntilLoadedAsync();
        }
        await viewer.Sandbox.RetireAsync(patient.PatientId!);

        await chart
            .Section("allergies")
            .GetByRole(AriaRole.Button, new() { Name = "Retry" })
            .ClickAsync();

        await Expect(page.Locator("[data-message=PatientIdChanged]")).ToBeVisibleAsync();
        await Expect(chart.Banner).ToHaveCountAsync(0);

        var again = await ChartPage.LaunchAsync(page, viewer, patient);
        await again.WaitUntilLoadedAsync();
        await page.Context.CloseAsync();
    }
}
