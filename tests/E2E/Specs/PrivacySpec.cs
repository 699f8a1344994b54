using System.Text.RegularExpressions;
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
        foreach (var name in new[] { "two-matches", "no-match" })
        {
            var patient = patients.Single(patient => patient.Name == name);
            await page.GotoAsync(process.LaunchAddress(patient).ToString());
            await Expect(new ChartPage(page).Message).ToBeVisibleAsync();
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
        }
        var search = await SearchPage.OpenAsync(page, process.App);
        await search.SearchAsync(("Name", "Roberson"), ("Birth date", "20-Aug-1934"));
        await Expect(search.People).ToHaveCountAsync(1);
        await page.Context.CloseAsync();

        // Failures were told of, so there was something to keep out.
        Assert.Contains("observations.list", process.Output, StringComparison.Ordinal);
        AssertNamesNobody(process.Output, patients);
        AssertNamesNobody(viewer.Process.Output, await viewer.Sandbox.PatientsAsync());
    }

    private static void AssertNamesNobody(string output, IReadOnlyList<SandboxPatient> patients)
    {
        var lines = output.Split('\n');
        Assert.Single(
            lines,
            line => line.Contains("sandbox-bearer-token", StringComparison.Ordinal)
        );
        var words = patients
            .SelectMany(patient =>
                new[]
                {
                    patient.PersonId,
                    patient.PatientId,
                    patient.Sentinel,
                    patient.DisplayName,
                    patient.DisplayName.Split(',')[0],
                }
            )
            .OfType<string>()
            .Concat(["1934-08-20", "20-Aug-1934", "4040404040", "not-a-partition", "Authorization"])
            .Distinct()
            .ToList();
        Assert.True(words.Count > 500);
        foreach (var word in words)
            // A local id is a few digits: inside a longer number or a trace id they mean nobody.
            Assert.DoesNotMatch(
                new Regex(
                    $@"(?<![0-9a-f-]){Regex.Escape(word)}(?![0-9a-f-])",
                    RegexOptions.IgnoreCase
                ),
                output
            );
    }
}
