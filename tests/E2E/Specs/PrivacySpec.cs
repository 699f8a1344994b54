using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>What the process writes to its log names nobody, whatever happens.</summary>
[Collection(ViewerCollection.Name)]
public sealed class PrivacySpec(Viewer viewer)
{
    [Fact]
    public async Task Control_54_Launches_failures_and_searches_leave_no_patient_in_the_log()
    {
        var patients = await viewer.Sandbox.PatientsAsync();
        var watched = patients
            .Where(patient => patient.Sentinel is not null)
            .Take(2)
            .Append(patients[0])
            .ToList();
        var page = await viewer.PageAsync();
        foreach (var patient in watched)
            await using (
                await viewer.Sandbox.FailAsync(
                    new
                    {
                        api = "condition",
                        patientId = patient.PatientId,
                        kind = "status",
                        status = 500,
                    }
                )
            )
                await (await ChartPage.LaunchAsync(page, viewer, patient)).WaitUntilLoadedAsync();
        await page.GotoAsync(
            new Uri(
                viewer.App,
                "/launch?personId=998877&dataPartitionId=not-a-partition"
            ).ToString()
        );
        await page.GotoAsync(viewer.App.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "M. Lind" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Roberson");
        await page.GetByLabel("Birth date").FillAsync("20-Aug-1934");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page.Locator("[data-search=found]")).ToBeVisibleAsync();
        await page.Context.CloseAsync();

        var log = viewer.Process.Output;
        // Once, in the notice that says where to click.
        Assert.Equal(2, log.Split("sandbox-bearer-token").Length);
        Assert.Contains("conditions.list", log, StringComparison.Ordinal);
        foreach (var patient in patients)
        foreach (var word in new[] { patient.Sentinel, patient.PatientId })
            if (word is not null)
                Assert.DoesNotContain(word, log, StringComparison.OrdinalIgnoreCase);
        foreach (
            var word in new[]
            {
                "Roberson",
                "1934-08-20",
                "not-a-partition",
                "998877",
                "Authorization",
            }.Concat(watched.Select(p => p.PersonId))
        )
            Assert.DoesNotContain(word, log, StringComparison.OrdinalIgnoreCase);
    }
}
