using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <content>How much a chart holds, and whose it is.</content>
public sealed partial class CatalogueSpec
{
    private async Task HoldsNoMoreThanAPageInTheBrowser(SandboxPatient patient)
    {
        // The sandbox grows the chart when it is first asked for it.
        await _viewer.Sandbox.RecordsAsync("patient", "demographics", patient.PatientId!);
        var (page, chart) = await OpenAsync(patient);
        await Expect(chart.Name).ToContainTextAsync("KESTREL, Magnus", new() { Timeout = 20_000 });
        await chart.GoToAsync("results");
        // It is read while the rest is still coming.
        await Expect(chart.Rows("results").First).ToBeVisibleAsync();
        Assert.InRange(await chart.Rows("results").CountAsync(), 1, 50);
        await chart.GoToAsync("allergies");
        await Expect(chart.Section("allergies")).Not.ToHaveAttributeAsync("data-status", "Loading");
        await page.Context.CloseAsync();
    }

    private async Task ShowsTheFirstPageBeforeTheLastAndThenAll(SandboxPatient patient)
    {
        var sent = await _viewer.Sandbox.RecordsAsync(
            "observation",
            "observations",
            patient.PatientId!
        );
        Assert.Equal(10_000, sent.Count);
        var ids = sent.Select(Id).ToHashSet();
        IPage page;
        ChartPage chart;
        // Each of the tenant's pages is late while the first is looked at, so the last cannot have come.
        await using (
            await _viewer.Sandbox.FailAsync(
                new
                {
                    api = "observation",
                    patientId = patient.PatientId,
                    kind = "delay",
                    delayMs = 500,
                }
            )
        )
        {
            (page, chart) = await OpenAsync(patient);
            await chart.GoToAsync("results");
            await chart.Rows("results").First.WaitForAsync();
            Assert.Equal(
                "Loading",
                await chart.Section("results").GetAttributeAsync("data-status")
            );
        }

        var section = chart.Section("results");
        await Expect(section)
            .ToHaveAttributeAsync("data-status", "Known", new() { Timeout = 20_000 });
        await Expect(chart.Rail("results")).ToContainTextAsync("10,000");
        await chart.PartAsync("results");
        foreach (var (button, range) in new[] { ("Last", "9,951–10,000"), ("First", "1–50") })
        {
            await section.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await Expect(section).ToContainTextAsync($"{range} of 10,000");
            var shown = await chart
                .Rows("results")
                .EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.record)");
            Assert.Equal(50, shown.Distinct().Count());
            // None is shown twice, and none that was not sent.
            Assert.All(shown, id => Assert.True(ids.Remove(id)));
        }
        Assert.InRange(await chart.Locator("*").CountAsync(), 100, 5_000);
        await page.Context.CloseAsync();
    }

    private async Task ShowsItsWordAndNoOther(SandboxPatient patient)
    {
        var others = (await _viewer.Sandbox.PatientsAsync())
            .Where(other => other.Sentinel is not null && other.Sentinel != patient.Sentinel)
            .ToList();
        Assert.Equal(7, others.Count);
        await InChartAsync(
            patient,
            async chart =>
            {
                await ReadAsync(chart.Locator("html"));
                foreach (var (slug, _, _) in ChartPage.Sections)
                {
                    await chart.GoToAsync(slug);
                    await chart.Rows(slug).First.WaitForAsync();
                    await ReadAsync(chart.Locator("html"), chart.Section(slug));
                }
            }
        );

        async Task ReadAsync(ILocator document, ILocator? section = null)
        {
            var page = await document.EvaluateAsync<string>("html => html.outerHTML");
            var tree = await document.Locator("body").AriaSnapshotAsync();
            foreach (var read in new[] { page, tree })
            {
                Assert.Contains(patient.PersonId, read, StringComparison.Ordinal);
                foreach (var other in others)
                {
                    Assert.DoesNotContain(
                        other.Sentinel!,
                        read,
                        StringComparison.OrdinalIgnoreCase
                    );
                    Assert.DoesNotContain(other.PersonId, read, StringComparison.Ordinal);
                    Assert.DoesNotContain(other.PatientId!, read, StringComparison.Ordinal);
                }
            }
            foreach (var own in section is null ? new[] { document } : [document, section])
                await Expect(own)
                    .ToContainTextAsync(patient.Sentinel!, new() { IgnoreCase = true });
        }
    }
}
