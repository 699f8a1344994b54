using System.Globalization;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>What models say of the patient's risk is shown as it came, with its model, its time and its source.</summary>
[Collection(ViewerCollection.Name)]
public sealed class RiskSpec(Viewer viewer)
{
    [Fact]
    public async Task Each_score_and_category_has_its_figure_its_time_and_its_source()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var registries = await viewer.Sandbox.RegistriesAsync(patient.PatientId!);
        var categories = await viewer.Sandbox.ConditionCategoriesAsync(patient.PatientId!);
        Assert.NotEmpty(categories);

        var chart = await OpenAsync("analisa");
        var risk = chart.Section("statements of risk");

        await Expect(risk).ToHaveAttributeAsync("data-status", "Known");
        await Expect(risk).ToContainTextAsync("It is no finding about this patient");
        foreach (
            var (kind, member) in new[]
            {
                ("TotalRisk", "mara_total_risk_score"),
                ("Quality", "quality_score"),
            }
        )
        {
            var row = risk.Locator($"tr[data-risk={kind}]");
            await Expect(row.Locator("b")).ToHaveTextAsync(registries[member]!.ToJsonString());
            await Expect(row).ToContainTextAsync("not stated");
            await Expect(row.Locator(".source")).ToHaveTextAsync("HealtheIntent registries");
        }
        await Expect(risk.Locator("tr[data-record]")).ToHaveCountAsync(categories.Count);
        foreach (var category in categories)
        {
            var row = risk.Locator($"tr[data-record='{category["id"]}']");
            await Expect(row.Locator("th")).ToHaveTextAsync($"HCC {category["code"]}");
            await Expect(row).ToContainTextAsync($"{category["diagnosisCodeDescription"]}");
            await Expect(row).ToContainTextAsync($"{category["status"]}");
            await Expect(row.Locator("td.date"))
                .ToHaveTextAsync(
                    DateOnly
                        .Parse($"{category["lastServiceDate"]}", CultureInfo.InvariantCulture)
                        .ToString("dd-MMM-yyyy", CultureInfo.InvariantCulture)
                );
            await Expect(row.Locator(".source")).ToHaveTextAsync("HealtheIntent HCC pipeline");
        }
    }

    [Fact]
    public async Task Where_no_model_speaks_of_the_patient_nothing_is_said_of_risk()
    {
        var chart = await OpenAsync("infant");

        await Expect(chart.Section("care gaps"))
            .ToHaveAttributeAsync("data-status", "NoneReceived");
        await Expect(chart.Section("statements of risk")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("registries", 500, "NotAvailable", "Not available.")]
    [InlineData("registries", 403, "NotAuthorized", "Not authorized.")]
    [InlineData("hcc", 500, "PartlyReceived", "Partly received:")]
    public async Task Rule_2_Risk_that_did_not_come_is_not_worded_as_none(
        string api,
        int status,
        string expected,
        string words
    )
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        await using var fault = await viewer.Sandbox.FailAsync(
            new
            {
                api,
                patientId = patient.PatientId,
                kind = "status",
                status,
            }
        );
        var chart = await OpenAsync("analisa");
        var risk = chart.Section("statements of risk");

        await Expect(risk).ToHaveAttributeAsync("data-status", expected);
        await Expect(risk.Locator(".notice strong")).ToContainTextAsync(words);
        // What came before the failure stands.
        await Expect(risk.Locator("tr[data-risk]"))
            .ToHaveCountAsync(expected == "PartlyReceived" ? 2 : 0);
        await Expect(risk).Not.ToContainTextAsync("None received");
    }

    private async Task<ChartPage> OpenAsync(string name)
    {
        var chart = await ChartPage.LaunchAsync(
            await viewer.PageAsync(),
            viewer,
            await viewer.Sandbox.PatientAsync(name)
        );
        await chart.WaitUntilLoadedAsync();
        await chart.GoToAsync("care-gaps");
        return chart;
    }
}
