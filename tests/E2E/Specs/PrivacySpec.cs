using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>What the process writes tells of failures, and of nobody.</summary>
[Collection(ViewerCollection.Name)]
public sealed class PrivacySpec(Viewer viewer)
{
    private static readonly string[] Kinds = ["malformed", "truncate", "wrongContentType", "reset"];

    [Fact]
    public async Task Control_54_and_59_Even_the_most_talkative_log_names_no_patient()
    {
        await using var process = await ViewerProcess.StartAsync(
            "--Logging:LogLevel:Default",
            "Trace",
            "--Logging:LogLevel:Microsoft.AspNetCore",
            "Trace",
            "--HealtheIntent:Resilience:RetryCount",
            "0"
        );
        using var sandbox = new SandboxControl(new Uri(process.Ehr, "/"));
        var patients = await sandbox.PatientsAsync();
        var page = await viewer.PageAsync();
        var console = new List<string>();
        page.Console += (_, message) => console.Add(message.Text);
        page.PageError += (_, error) => console.Add(error);
        var refusals = new List<string>();

        foreach (
            var (patient, kind) in patients
                .Where(patient => patient.Sentinel is not null)
                .Zip(Kinds)
        )
        {
            await using var fault = await sandbox.FailAsync(
                new
                {
                    api = "observation",
                    patientId = patient.PatientId,
                    kind,
                }
            );
            await page.GotoAsync(process.LaunchAddress(patient).ToString());
            var chart = new ChartPage(page);
            await chart.WaitUntilLoadedAsync();
            await Expect(chart.Rail("results")).ToContainTextAsync("not available");
        }
        await page.GotoAsync(
            new Uri(
                process.App,
                "/launch?personId=4040404040&dataPartitionId=not-a-partition"
            ).ToString()
        );
        await KeepRefusalAsync();
        foreach (var name in new[] { "two-matches", "no-match" })
        {
            var patient = patients.Single(patient => patient.Name == name);
            await page.GotoAsync(process.LaunchAddress(patient).ToString());
            await Expect(new ChartPage(page).Message).ToBeVisibleAsync();
            await KeepRefusalAsync();
        }
        var analisa = patients.Single(patient => patient.Name == "analisa");
        await using (
            await sandbox.FailAsync(
                new
                {
                    api = "patient",
                    sourcePersonId = analisa.PersonId,
                    kind = "malformed",
                }
            )
        )
        {
            await page.GotoAsync(process.LaunchAddress(analisa).ToString());
            await Expect(new ChartPage(page).Message)
                .ToHaveAttributeAsync("data-message", "LookupFailed");
            await KeepRefusalAsync();
        }
        await page.GotoAsync(new Uri(process.App, "/chart/no-such-chart").ToString());
        await KeepRefusalAsync();
        await page.GotoAsync(new Uri(process.App, "/nowhere").ToString());
        await KeepRefusalAsync();
        var search = await SearchPage.OpenAsync(page, process.App);
        await search.SearchAsync(("Name", "Roberson"), ("Birth date", "20-Aug-1934"));
        await Expect(search.People).ToHaveCountAsync(1);
        await page.Context.CloseAsync();

        // Failures were told of, so there was something to keep out.
        Assert.Contains("observations.list", process.Output, StringComparison.Ordinal);
        Assert.Single(
            process.Output.Split('\n'),
            line => line.Contains("sandbox-bearer-token", StringComparison.Ordinal)
        );
        var sentinels = new Sentinels(patients);
        Assert.True(sentinels.Count > 500);
        Assert.Empty(sentinels.In(process.Output));
        Assert.Empty(sentinels.In(string.Join('\n', console)));
        Assert.Equal(6, refusals.Count);
        Assert.Empty(sentinels.In(string.Join('\n', refusals)));

        async Task KeepRefusalAsync() => refusals.Add(await page.ContentAsync());
    }

    [Fact]
    public async Task Control_54_What_is_looked_for_would_be_found()
    {
        var patients = await viewer.Sandbox.PatientsAsync();
        var sentinels = new Sentinels(patients);

        foreach (var patient in patients)
        {
            Assert.NotEmpty(sentinels.In($"info: lookup of {patient.PersonId} failed"));
            Assert.NotEmpty(sentinels.In($"fail: {patient.DisplayName.ToLowerInvariant()}\nok"));
        }
        Assert.Empty(sentinels.In("info: observations.list answered 500 after 1515799 us"));
    }
}
