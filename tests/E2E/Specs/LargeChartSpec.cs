using System.Globalization;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>A record of ten thousand results arrives in full and is drawn a page at a time.</summary>
[Collection(ViewerCollection.Name)]
public sealed class LargeChartSpec(Viewer viewer)
{
    private const int PageSize = 50;

    [Fact]
    public async Task Ten_thousand_results_arrive_in_full_and_are_turned_and_filtered()
    {
        var patient = await viewer.Sandbox.PatientAsync("ten-thousand");
        var sent = await viewer.Sandbox.RecordsAsync(
            "observation",
            "observations",
            patient.PatientId!
        );
        Assert.Equal(10_000, sent.Count);
        var page = await viewer.PageAsync();
        var chart = await ChartPage.LaunchAsync(page, viewer, patient);
        await chart.WaitUntilLoadedAsync();
        await Expect(chart.Rail("results")).ToContainTextAsync("10,000");
        await chart.GoToAsync("results");
        var section = chart.Section("results");
        var rows = chart.Rows("results");

        await Expect(section).ToHaveAttributeAsync("data-status", "Known");
        await chart.PartAsync("results");
        await Expect(section).ToContainTextAsync("1–50 of 10,000");
        await Expect(rows).ToHaveCountAsync(PageSize);
        var first = await IdsAsync(rows);

        await section.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Expect(section).ToContainTextAsync("51–100 of 10,000");
        await Expect(rows).ToHaveCountAsync(PageSize);
        Assert.Empty(first.Intersect(await IdsAsync(rows)));

        await section.GetByRole(AriaRole.Button, new() { Name = "Last" }).ClickAsync();
        await Expect(section).ToContainTextAsync("9,951–10,000 of 10,000");
        await Expect(rows).ToHaveCountAsync(PageSize);

        var matching = sent.Count(record =>
            record["code"]!.ToJsonString().Contains("potassium", StringComparison.OrdinalIgnoreCase)
        );
        Assert.InRange(matching, PageSize + 1, sent.Count - 1);
        await section.GetByRole(AriaRole.Searchbox).FillAsync("potassium");
        await Expect(section)
            .ToContainTextAsync(
                $"showing {matching.ToString("N0", CultureInfo.InvariantCulture)} of 10,000"
            );
        await Expect(rows).ToHaveCountAsync(PageSize);
        await Expect(rows.Filter(new() { HasText = "potassium" })).ToHaveCountAsync(PageSize);

        await section.GetByRole(AriaRole.Searchbox).FillAsync("no such result");
        await Expect(section)
            .ToContainTextAsync(
                "Nothing in the 10,000 received results contains “no such result”."
            );
        await section.GetByRole(AriaRole.Button, new() { Name = "Clear filter" }).ClickAsync();
        await Expect(section).ToContainTextAsync("1–50 of 10,000");
        await page.Context.CloseAsync();
    }

    private static async Task<string[]> IdsAsync(ILocator rows) =>
        await rows.EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.record)");
}
