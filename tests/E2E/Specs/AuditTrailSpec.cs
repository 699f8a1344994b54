using System.Text.Json.Nodes;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>What a day's work leaves in the audit log, as it is handed over.</summary>
[Collection(ViewerCollection.Name)]
public sealed class AuditTrailSpec(Viewer viewer)
{
    [Fact]
    public async Task Control_60_Each_step_is_an_entry_that_says_who_for_whom_why_and_from_where()
    {
        await using var process = await ViewerProcess.StartAsync();
        using var sandbox = new SandboxControl(new Uri(process.Ehr, "/"));
        var page = await viewer.PageAsync();

        var search = await SearchPage.OpenAsync(page, process.App);
        await search.SearchAsync(("Name", "Roberson"), ("Birth date", "20-Aug-1934"));
        await search.People.First.GetByRole(AriaRole.Button).ClickAsync();
        var chart = new ChartPage(page);
        await chart.WaitUntilLoadedAsync();
        foreach (var slug in new[] { "results", "conditions", "results" })
        {
            await chart.Rail(slug).ClickAsync();
            await chart.Rows(slug).First.WaitForAsync();
        }
        await page.GotoAsync(
            process.LaunchAddress(await sandbox.PatientAsync("analisa")).ToString()
        );
        await chart.WaitUntilLoadedAsync();
        await page.Context.CloseAsync();

        var entries = await process.ExportAuditAsync();
        Assert.Equal(
            [
                "SignIn",
                "PersonSearched",
                "PatientLookup",
                "SearchResultOpened",
                "ChartOpened",
                "SectionViewed summary",
                "SectionViewed results",
                "SectionViewed conditions",
                "SectionViewed results",
                "PatientLookup",
                "LaunchAccepted",
                "ChartOpened",
                "SectionViewed summary",
            ],
            entries.Select(Step)
        );
        Assert.All(
            entries,
            entry =>
            {
                var user = entry["agent"]![0]!;
                Assert.Equal("127.0.0.1", $"{user["network"]?["address"]}");
                Assert.Equal("TREAT", $"{user["purposeOfUse"]?[0]?["coding"]?[0]?["code"]}");
                Assert.Equal(
                    "urn:heichartviewer:sandbox",
                    $"{user["who"]!["identifier"]!["system"]}"
                );
            }
        );
    }

    private static string Step(JsonNode entry)
    {
        var action = entry["subtype"]!.AsArray().Last()!["code"]!.GetValue<string>();
        var section = entry["entity"]
            ?.AsArray()
            .Select(entity => entity!["what"]?["identifier"])
            .FirstOrDefault(what =>
                $"{what?["system"]}".EndsWith(":section", StringComparison.Ordinal)
            );
        return section is null ? action : $"{action} {section["value"]}";
    }
}
