using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>
/// Axe finds nothing on any screen, in any of its states, in any colours, in any language. What it finds names all four.
/// All rules run once on each screen in each state and language, and those that hang on colours again in each of the
/// colours, on the page as it stands. One launch serves all screens of a state, and the languages look at once.
/// </summary>
[Collection(ViewerCollection.Name)]
public sealed partial class AccessibilitySpec(Viewer viewer, AccessibilitySpec.Withholding fixture)
    : IClassFixture<AccessibilitySpec.Withholding>
{
    private static readonly string[] Views =
    [
        "timeline",
        .. ChartPage.Sections.Select(section => section.Slug),
        "care-gaps",
        "demographics",
    ];

    [Fact]
    public async Task Axe_finds_nothing_in_a_chart() =>
        await LookAsync(
            reader => LaunchAsync(reader, fixture.Process, "analisa"),
            async reader =>
            {
                await LookAtViewsAsync(reader, "loaded", "Known", Views);
                await LookAtGlassAsync(reader);
                await LookAtTimelineAsync(reader);
                await LookAtResultsAsync(reader);
                await LookAtSearchAsync(reader);
                await LookAtDialogsAsync(reader);
            }
        );

    [Theory]
    [InlineData("failed", 500, null, "NotAvailable")]
    [InlineData("not granted", 403, null, "NotAuthorized")]
    [InlineData("partial", 500, 2, "PartlyReceived")]
    public async Task Axe_finds_nothing_in_a_chart_that_did_not_come(
        string state,
        int status,
        int? failingPage,
        string expected
    )
    {
        await using var faults = new Faults(viewer.Sandbox, status, failingPage);
        await LookAsync(
            reader => LaunchAsync(reader, viewer.Process, "analisa"),
            _ => faults.BeginAsync("analisa"),
            async reader =>
            {
                await reader.Page.ReloadAsync();
                await LookAtViewsAsync(
                    reader,
                    state,
                    expected,
                    failingPage is null ? Views : ["timeline", "results"]
                );
            }
        );
    }

    [Fact]
    public async Task Axe_finds_nothing_in_a_chart_that_is_yet_to_come()
    {
        await using var patience = await ViewerProcess.StartAsync(
            "--HealtheIntent:Resilience:AttemptTimeout",
            "00:02:00",
            "--HealtheIntent:Resilience:TotalTimeout",
            "00:02:00",
            // What is stalled keeps its turn, and the launches after it wait for none.
            "--HealtheIntent:Resilience:MaxConcurrentCalls",
            "1000"
        );
        using var sandbox = new SandboxControl(new Uri(patience.Ehr, "/"));
        var patient = await sandbox.PatientAsync("analisa");
        await LookAsync(reader => LaunchAsync(reader, patience, "analisa"));
        await using (await StallAsync(2))
            await LookAsync(reader => LookAtLoadingAsync(reader, "loading the rest", ["results"]));
        await using (await StallAsync(null))
            await LookAsync(reader => LookAtLoadingAsync(reader, "loading", Views));

        await using (
            await sandbox.FailAsync(
                new
                {
                    api = "patient",
                    resource = "patient-search",
                    kind = "stall",
                }
            )
        )
            await LookAsync(reader => LookAtSearchAsync(reader, patience, "loading", "searching"));

        Task<IAsyncDisposable> StallAsync(int? page) =>
            sandbox.FailAsync(
                new
                {
                    api = "*",
                    patientId = patient.PatientId,
                    kind = "stall",
                    page,
                }
            );

        async Task LookAtLoadingAsync(AxeReader reader, string state, string[] views)
        {
            await reader.Page.GotoAsync(patience.LaunchAddress(patient).ToString());
            await LookAtViewsAsync(reader, state, "Loading", views);
        }
    }

    [Fact]
    public async Task Axe_finds_nothing_in_what_is_opened_and_does_not_come()
    {
        await using var faults = new Faults(viewer.Sandbox, 500, null);
        await LookAsync(
            reader => LaunchAsync(reader, viewer.Process, "analisa"),
            _ => faults.BeginAsync("analisa"),
            LookAtOpenedFailuresAsync
        );
    }

    [Theory]
    [InlineData("empty", true)]
    [InlineData("deceased", false)]
    [InlineData("no-known-allergies", false)]
    [InlineData("disagreeing-identity", false)]
    [InlineData("hostile-text", false)]
    [InlineData("single-name", false)]
    public async Task Axe_finds_nothing_in_the_named_cases(string name, bool isEmpty) =>
        await LookAsync(
            reader => LaunchAsync(reader, viewer.Process, name),
            reader =>
                isEmpty
                    ? LookAtViewsAsync(reader, name, "NoneReceived", Views)
                    : reader.CheckAsync("summary", name)
        );

    private async Task LookAsync(params IEnumerable<Func<AxeReader, Task>> looks)
    {
        var found = await AxeReader.InEachLanguageAsync(viewer, looks);
        Assert.True(found.Length == 0, found);
    }

    private static async Task LaunchAsync(AxeReader reader, ViewerProcess process, string name)
    {
        using var sandbox = new SandboxControl(new Uri(process.Ehr, "/"));
        var launch = process.LaunchAddress(await sandbox.PatientAsync(name)).ToString();
        // Where a test before made the lookup fail, it is left alone for a second.
        for (
            var attempt = 0;
            (await reader.Page.GotoAsync(launch))!.Status == 502 && attempt < 20;
            attempt++
        )
            await Task.Delay(250);
        await Expect(reader.Chart.Banner).ToBeVisibleAsync();
        await Expect(reader.Chart.Locator("[data-status=Loading]")).ToHaveCountAsync(0);
    }

    /// <summary>The summary and views of the rail; each section is in the state that is looked for.</summary>
    private static async Task LookAtViewsAsync(
        AxeReader reader,
        string state,
        string expected,
        string[] views
    )
    {
        var chart = reader.Chart;
        await Expect(chart.Locator($"main [data-status={expected}]").First).ToBeVisibleAsync();
        await reader.CheckAsync("summary", state);
        foreach (var view in views)
        {
            await chart.GoToAsync(view);
            await chart.Locator("main section[data-section]").First.WaitForAsync();
            await Expect(chart.Locator("main h1")).ToBeFocusedAsync();
            if (view is "conditions" or "results")
                await Expect(chart.Section(view)).ToHaveAttributeAsync("data-status", expected);
            await reader.CheckAsync(view, state);
        }
    }

    /// <summary>What fails of one patient, from when the first reader asks for that.</summary>
    private sealed class Faults(SandboxControl sandbox, int status, int? page) : IAsyncDisposable
    {
        private readonly SemaphoreSlim _gate = new(1);
        private IAsyncDisposable? _fault;

        public async Task BeginAsync(string name)
        {
            await _gate.WaitAsync();
            _fault ??= await sandbox.FailAsync(
                new
                {
                    api = "*",
                    patientId = (await sandbox.PatientAsync(name)).PatientId,
                    kind = "status",
                    status,
                    page,
                }
            );
            _gate.Release();
        }

        public async ValueTask DisposeAsync()
        {
            if (_fault is not null)
                await _fault.DisposeAsync();
            _gate.Dispose();
        }
    }

    /// <summary>A viewer that withholds documents.</summary>
    public sealed class Withholding : IAsyncLifetime
    {
        /// <summary>The viewer.</summary>
        public ViewerProcess Process { get; private set; } = default!;

        /// <inheritdoc />
        public async Task InitializeAsync() =>
            Process = await ViewerProcess.StartAsync(
                "--Viewer:BreakGlass:Withheld:0",
                "documents",
                "--Viewer:BreakGlass:Roles:0",
                "clinician",
                "--Viewer:Session:CircuitsPerUser",
                "100"
            );

        /// <inheritdoc />
        public async Task DisposeAsync() => await Process.DisposeAsync();
    }
}
