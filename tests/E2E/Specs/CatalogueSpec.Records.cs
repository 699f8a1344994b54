using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <content>What the records of a patient say.</content>
public sealed partial class CatalogueSpec
{
    private Task ShowsItWholeAndShowsTheConflicts(SandboxPatient patient) =>
        InChartAsync(
            patient,
            async chart =>
            {
                await Expect(chart.Allergies).ToContainTextAsync("Penicillin");
                await chart.GoToAsync("allergies");
                await Expect(chart.Section("allergies"))
                    .ToContainTextAsync("Anaphylaxis", new() { IgnoreCase = true });
                await chart.GoToAsync("medications");
                await Expect(
                        chart
                            .Rows("medications")
                            .Filter(new() { HasText = "metformin" })
                            .Locator(".differs")
                            .First
                    )
                    .ToContainTextAsync("dose");
                // Five days of 2019, which one source calls over and another does not know: not current.
                await Expect(
                        chart.Locator(
                            "tbody:has(tr.kind:has-text('Current: a source')) tr[data-record]:has-text('azithromycin')"
                        )
                    )
                    .ToHaveCountAsync(0);
                await Expect(
                        chart
                            .Locator(
                                "tbody:has(tr.kind:has-text('Not known whether current')) tr[data-record]:has-text('azithromycin')"
                            )
                            .Locator(".differs")
                    )
                    .ToContainTextAsync("status");
                // Two stages of one disease are two codes, and stand side by side.
                await chart.GoToAsync("conditions");
                foreach (var stage in new[] { "3A", "3B" })
                    await Expect(
                            chart
                                .Rows("conditions")
                                .Filter(new() { HasText = $"kidney disease stage {stage}" })
                                .First
                        )
                        .ToBeVisibleAsync();
                await FlowsheetAsync(chart);
                var potassium = chart.Locator("tr[data-series='Potassium, mmol/L']").First;
                await Expect(potassium.Locator(".last")).ToContainTextAsync("6.2 mmol/L");
                await Expect(potassium.Locator(".last .flag")).ToContainTextAsync("HH");
                foreach (var unit in new[] { "%", "mmol/mol" })
                    await Expect(
                            chart.Locator($"tr[data-series^='HbA1c'][data-series$=', {unit}']")
                        )
                        .ToHaveCountAsync(1);
            }
        );

    private Task SaysNoKnownAllergies(SandboxPatient patient) =>
        InChartAsync(
            patient,
            async chart =>
            {
                await Expect(chart.Allergies).ToContainTextAsync("No known allergies");
                await Expect(chart.Rail("allergies")).ToContainTextAsync("none known");
                await chart.GoToAsync("allergies");
                // The record that says so is shown, and its source with it.
                await Expect(chart.Rows("allergies")).ToHaveCountAsync(1);
                await Expect(chart.Section("allergies").Locator(".notice")).ToHaveCountAsync(0);
            }
        );

    private Task SaysNoneReceivedAndNotNone(SandboxPatient patient) =>
        InChartAsync(
            patient,
            async chart =>
            {
                await Expect(chart.Allergies).ToContainTextAsync("Allergies not recorded");
                foreach (var (slug, _, _) in ChartPage.Sections)
                {
                    await Expect(chart.Rail(slug)).ToContainTextAsync("none received");
                    await chart.GoToAsync(slug);
                    await Expect(chart.Section(slug).Locator(".notice"))
                        .ToContainTextAsync(
                            $"None received. This is not a statement that there are no {slug}."
                        );
                }
            }
        );

    private Task NeverShowsWhatWasTakenBackAndShowsUnknownStatuses(SandboxPatient patient) =>
        InChartAsync(
            patient,
            async chart =>
            {
                foreach (var (slug, api, path) in ChartPage.Sections)
                {
                    var sent = await _viewer.Sandbox.RecordsAsync(api, path, patient.PatientId!);
                    var taken = sent.Where(record => Says(record, "entered-in-error"))
                        .Select(Id)
                        .ToList();
                    Assert.NotEmpty(taken);
                    await chart.GoToAsync(slug);
                    await chart.Rows(slug).First.WaitForAsync();
                    await chart.PartAsync(slug);
                    var shown = await chart
                        .Rows(slug)
                        .EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.record)");
                    Assert.Empty(shown.Intersect(taken));
                    await Expect(chart.Section(slug).Locator(".withdrawn"))
                        .ToContainTextAsync($"{taken.Count}");
                    var filter = chart.Section(slug).GetByRole(AriaRole.Searchbox);
                    if (await filter.CountAsync() > 0)
                        await filter.First.FillAsync("Zz-unmapped");
                    // One that is both unknown and taken back is taken back.
                    foreach (
                        var unknown in sent.Where(record => Says(record, "Zz-unmapped"))
                            .Select(Id)
                            .Except(taken)
                    )
                        await Expect(chart.Section(slug).Locator($"tr[data-record='{unknown}']"))
                            .ToContainTextAsync("Zz-unmapped");
                }
            }
        );

    private Task DrawsOneSeriesForEachUnit(SandboxPatient patient) =>
        InChartAsync(
            patient,
            async chart =>
            {
                var series = await (await FlowsheetAsync(chart)).EvaluateAllAsync<string[]>(
                    "rows => rows.map(row => row.dataset.series)"
                );
                foreach (
                    var (test, one, other) in new[]
                    {
                        ("Glucose", "mg/dL", "mmol/L"),
                        ("Creatinine", "mg/dL", "µmol/L"),
                        ("HbA1c", "%", "mmol/mol"),
                        ("Body weight", "kg", "lb"),
                        ("Body temperature", "°C", "°F"),
                    }
                )
                foreach (var unit in new[] { one, other })
                    Assert.True(
                        series.Any(title =>
                            title.StartsWith(test, StringComparison.Ordinal)
                            && title.EndsWith($", {unit}", StringComparison.Ordinal)
                        ),
                        $"No series of {test} in {unit} among {string.Join(" | ", series)}"
                    );
            }
        );

    private Task ShowsEachPart(SandboxPatient patient) =>
        InChartAsync(
            patient,
            async chart =>
            {
                var sent = await _viewer.Sandbox.RecordsAsync(
                    "observation",
                    "observations",
                    patient.PatientId!
                );
                var partsAlone = sent.Where(record =>
                        record["components"] is not null && record["value"] is null
                    )
                    .ToList();
                Assert.NotEmpty(partsAlone);
                await chart.GoToAsync("results");
                foreach (var record in partsAlone)
                foreach (var part in record["components"]!.AsArray())
                    await Expect(
                            chart.Section("results").Locator($"tr[data-record='{Id(record)}']")
                        )
                        .ToContainTextAsync(
                            new Regex(
                                $"{part!["code"]!["text"]}.*{part["value"]!["quantity"]!["value"]} mmHg"
                            )
                        );
            }
        );

    private Task ShowsTheWords(SandboxPatient patient) =>
        InChartAsync(
            patient,
            async chart =>
            {
                foreach (var (slug, _, _) in ChartPage.Sections)
                {
                    await chart.GoToAsync(slug);
                    await chart.Rows(slug).First.WaitForAsync();
                    await Expect(
                            chart.Rows(slug).Filter(new() { HasText = "Not named by the source" })
                        )
                        .ToHaveCountAsync(0);
                }
                await chart.GoToAsync("results");
                await chart.Section("results").Locator("input[type=search]").FillAsync("about 12");
                await Expect(chart.Rows("results")).ToContainTextAsync(["about 12, a little low"]);
            }
        );

    private async Task ShowsTextAsText(SandboxPatient patient)
    {
        var (page, chart) = await OpenAsync(patient);
        var acted = new List<string>();
        page.Dialog += (_, dialog) => acted.Add(dialog.Message);
        await chart.WaitUntilLoadedAsync();
        await Expect(chart.Name).ToContainTextAsync("<script>alert(1)</script>");
        foreach (var (slug, _, _) in ChartPage.Sections)
        {
            await chart.GoToAsync(slug);
            await chart.Rows(slug).First.WaitForAsync();
            await Expect(chart.Locator("main img, main script, main svg[onload]"))
                .ToHaveCountAsync(0);
        }
        Assert.Empty(acted);
        await page.Context.CloseAsync();
    }

    private Task PrintsDatesAsTheyCame(SandboxPatient patient) =>
        InChartAsync(
            patient,
            async chart =>
            {
                await chart.GoToAsync("conditions");
                await chart.Rows("conditions").First.WaitForAsync();
                var dates = await chart.Rows("conditions").Locator("td.date").AllInnerTextsAsync();
                foreach (var date in new[] { "1969", "Nov-1998", "1958", "17-Feb-2021" })
                    Assert.Contains(date, dates);
                await chart.GoToAsync("timeline");
                // A year is a span of it all, hatched where it may have been on any day.
                await Expect(chart.Locator("[data-lane=conditions] .extent").First)
                    .ToBeVisibleAsync();
                await Expect(chart.Locator("[data-lane=conditions] [aria-label*='1969']").First)
                    .ToBeVisibleAsync();
            }
        );

    private Task KeepsTheOrderInWhichReadingsWereTaken(SandboxPatient patient) =>
        InChartAsync(
            patient,
            async chart =>
            {
                var nights = (
                    await _viewer.Sandbox.RecordsAsync(
                        "observation",
                        "observations",
                        patient.PatientId!
                    )
                )
                    .Where(record =>
                        new[] { "2025-11-02T", "2025-03-09T" }.Any(Taken(record).StartsWith)
                    )
                    .OrderByDescending(record =>
                        DateTimeOffset.Parse(Taken(record), CultureInfo.InvariantCulture)
                    )
                    .Select(Id)
                    .ToList();
                Assert.Equal(18, nights.Count);
                await chart.GoToAsync("results");
                await chart.Rows("results").First.WaitForAsync();
                await chart.PartAsync("results");
                var shown = await chart
                    .Rows("results")
                    .EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.record)");
                Assert.Equal(nights, shown.Where(nights.Contains));
            }
        );

    private Task PrintsComparatorsAsTheyCame(SandboxPatient patient) =>
        InChartAsync(
            patient,
            async chart =>
            {
                await chart.GoToAsync("results");
                await chart.Rows("results").First.WaitForAsync();
                var values = await chart.Rows("results").Locator(".result").AllInnerTextsAsync();
                foreach (
                    var value in new[]
                    {
                        "<0.01",
                        ">35000",
                        "<5",
                        "≤6",
                        ">=300",
                        "~30",
                        "3-5",
                        "clumped, estimate adequate",
                        "1:160",
                        "not measured: tube not full",
                    }
                )
                    Assert.True(
                        values.Any(shown => shown.StartsWith(value, StringComparison.Ordinal)),
                        $"'{value}' is not among {string.Join(" | ", values)}"
                    );
            }
        );

    private static string Id(JsonNode record) => record["id"]!.GetValue<string>();

    private static string Taken(JsonNode record) => record["effectiveOn"]?.GetValue<string>() ?? "";

    private static bool Says(JsonNode record, string status) =>
        new[] { "status", "verificationStatus" }.Any(key =>
            record[key]?.ToJsonString().Contains(status, StringComparison.OrdinalIgnoreCase) == true
        );
}
