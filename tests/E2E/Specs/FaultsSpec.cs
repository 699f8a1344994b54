using System.Text.Json;
using System.Text.RegularExpressions;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>Every section under every fault: the right state, never worded as absence, and a way back.</summary>
[Collection(ViewerCollection.Name)]
public sealed partial class FaultsSpec(Viewer viewer)
{
    private static readonly string[] Apis =
    [
        "allergy",
        "condition",
        "medication",
        "observation",
        "encounter",
        "immunization",
        "procedure",
        "longitudinal-record",
    ];

    public static TheoryData<string, object, string, bool> Faults() =>
        new()
        {
            { "401", new { kind = "status", status = 401 }, "NotAvailable", true },
            { "403", new { kind = "status", status = 403 }, "NotAuthorized", true },
            { "404", new { kind = "status", status = 404 }, "NotAvailable", true },
            { "429", new { kind = "status", status = 429 }, "NotAvailable", true },
            { "500", new { kind = "status", status = 500 }, "NotAvailable", true },
            { "stall", new { kind = "stall" }, "NotAvailable", false },
            { "malformed", new { kind = "malformed" }, "NotAvailable", true },
            { "truncate", new { kind = "truncate" }, "NotAvailable", false },
            { "wrong content type", new { kind = "wrongContentType" }, "NotAvailable", true },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Rule_2_No_section_words_a_failure_as_absence(
        string name,
        object fault,
        string status,
        bool answered
    )
    {
        _ = name;
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync();
        ChartPage chart;
        await using (await FailAllAsync(patient, fault))
        {
            chart = await ChartPage.LaunchAsync(page, viewer, patient);
            await chart.WaitUntilLoadedAsync();
            foreach (var (slug, _, _) in ChartPage.Sections)
            {
                await chart.GoToAsync(slug);
                var section = chart.Section(slug);
                await Expect(section).ToHaveAttributeAsync("data-status", status);
                await Expect(section).ToContainTextAsync("does not mean that there are no");
                await Expect(section).Not.ToContainTextAsync(Absence());
                await Expect(chart.Rail(slug)).Not.ToContainTextAsync(Absence());
                if (answered)
                    await Expect(section.Locator("code")).ToHaveTextAsync(Uuid());
            }
            await Expect(chart.Allergies).ToHaveAttributeAsync("data-state", "unavailable");
            // Who the patient is was not asked of a failing API, and stands.
            await Expect(chart.Name).ToContainTextAsync("ROBERSON");
        }

        foreach (var (slug, api, path) in ChartPage.Sections)
        {
            await chart.GoToAsync(slug);
            await RetryUntilReceivedAsync(chart, slug);
            var received = await viewer.Sandbox.RecordsAsync(api, path, patient.PatientId!);
            await Expect(chart.Section(slug))
                .ToHaveAttributeAsync(
                    "data-status",
                    received.Count == 0 ? "NoneReceived" : "Known"
                );
        }
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Rule_2_Demographics_that_fail_are_said_to_be_missing_and_the_record_stands(
        string name,
        object fault,
        string status,
        bool answered
    )
    {
        _ = name;
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync();
        var order = JsonSerializer.SerializeToNode(fault)!.AsObject();
        order["api"] = "patient";
        order["resource"] = "demographics";
        order["patientId"] = patient.PatientId;
        ChartPage chart;
        await using (await viewer.Sandbox.FailAsync(order))
        {
            chart = await ChartPage.LaunchAsync(page, viewer, patient);
            await chart.WaitUntilLoadedAsync();

            await Expect(chart.Name).ToHaveTextAsync("Demographics not available");
            await Expect(chart.Section("conditions")).ToHaveAttributeAsync("data-status", "Known");
            await chart.GoToAsync("demographics");
            var section = chart.Section("demographics");
            await Expect(section).ToHaveAttributeAsync("data-status", status);
            await Expect(section).Not.ToContainTextAsync(Absence());
            if (answered)
                await Expect(section.Locator("code")).ToHaveTextAsync(Uuid());
        }

        await RetryUntilReceivedAsync(chart, "demographics");
        await Expect(chart.Section("demographics")).ToHaveAttributeAsync("data-status", "Known");
        await Expect(chart.Name).ToContainTextAsync("ROBERSON");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Rule_2_What_came_before_a_failure_is_shown_as_partial()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync();
        await using (
            await viewer.Sandbox.FailAsync(
                new
                {
                    api = "observation",
                    patientId = patient.PatientId,
                    page = 2,
                    kind = "status",
                    status = 500,
                }
            )
        )
        {
            var chart = await ChartPage.LaunchAsync(page, viewer, patient);
            await chart.WaitUntilLoadedAsync();

            await Expect(chart.Rail("results")).ToContainTextAsync("100 of ?");
            await chart.GoToAsync("results");
            await Expect(chart.Section("results"))
                .ToHaveAttributeAsync("data-status", "PartlyReceived");
            await Expect(chart.Section("results"))
                .ToContainTextAsync("Partly received: 100 results so far, more may exist.");
            await Expect(chart.Rows("results")).ToHaveCountAsync(50);
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_section_that_fails_leaves_the_others_alone()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync();
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
            var chart = await ChartPage.LaunchAsync(page, viewer, patient);
            await chart.WaitUntilLoadedAsync();

            await Expect(chart.Section("allergies"))
                .ToHaveAttributeAsync("data-status", "NotAuthorized");
            await Expect(chart.Section("allergies"))
                .ToContainTextAsync("has not been granted the allergy API");
            foreach (
                var noun in new[]
                {
                    "conditions",
                    "medications",
                    "results",
                    "encounters",
                    "documents",
                }
            )
                await Expect(chart.Section(noun)).ToHaveAttributeAsync("data-status", "Known");
        }
        await page.Context.CloseAsync();
    }

    private async Task<IAsyncDisposable> FailAllAsync(SandboxPatient patient, object fault)
    {
        var faults = new Several();
        foreach (var api in Apis)
        {
            var order = JsonSerializer.SerializeToNode(fault)!.AsObject();
            order["api"] = api;
            order["patientId"] = patient.PatientId;
            faults.Add(await viewer.Sandbox.FailAsync(order));
        }
        return faults;
    }

    /// <summary>An API that failed again and again is left alone for a second before it is asked again.</summary>
    private static async Task RetryUntilReceivedAsync(ChartPage chart, string noun)
    {
        var section = chart.Section(noun);
        for (var attempt = 0; attempt < 8; attempt++)
        {
            await Expect(section).Not.ToHaveAttributeAsync("data-status", "Loading");
            if (
                await section.GetAttributeAsync("data-status")
                is "Known"
                    or "NoneReceived"
                    or "KnownNone"
            )
                return;
            await section.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();
            try
            {
                await Expect(section)
                    .ToHaveAttributeAsync("data-status", Complete(), new() { Timeout = 1_500 });
            }
            catch (PlaywrightException)
            {
                // Still resting, or still failing: ask again.
            }
        }
    }

    [GeneratedRegex("none received|no known|none known", RegexOptions.IgnoreCase)]
    private static partial Regex Absence();

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
    private static partial Regex Uuid();

    [GeneratedRegex("^(Known|KnownNone|NoneReceived)$")]
    private static partial Regex Complete();

    private sealed class Several : IAsyncDisposable
    {
        private readonly List<IAsyncDisposable> _all = [];

        public void Add(IAsyncDisposable one) => _all.Add(one);

        public async ValueTask DisposeAsync()
        {
            foreach (var one in _all)
                await one.DisposeAsync();
        }
    }
}
