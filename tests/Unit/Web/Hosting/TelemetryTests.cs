using System.Net;
using HeiChartViewer.Flux;
using HeiChartViewer.Tests.Unit.Sandbox;
using HeiChartViewer.Tests.Unit.Sandbox.Smart;
using HeiChartViewer.Tests.Unit.Web.Launch.Signed;
using HeiChartViewer.Tests.Unit.Web.Launch.Smart;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Search;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Hosting;

/// <summary>
/// Whoever attaches a collector to every trace and every meter of the process learns of no patient (control 54).
/// </summary>
public sealed class TelemetryTests(SignedViewer viewer, SmartHost ehr)
    : IClassFixture<SignedViewer>,
        IClassFixture<SmartHost>
{
    [Fact]
    public async Task Control_54_No_trace_and_no_meter_names_a_patient()
    {
        using var told = new TelemetryRecord();
        var sessions = new List<string>();

        // A launch, a refusal, and patients whom nobody knows.
        using (var answer = await viewer.LaunchAsync(_ => { }))
            sessions.Add(await ReadAsync(viewer.Opened(answer)));
        using (await viewer.LaunchAsync(claims => claims["patient"] = "4040404040")) { }
        using (await viewer.Http.GetAsync("/launch?personId=151579&dataPartitionId=nowhere")) { }
        // By SMART, with the FHIR Patient that is read on the way.
        await using (var smart = await SmartViewer.StartAsync(ehr))
        {
            var browser = await new SmartBrowser(ehr, smart).SignInAsync();
            using var answer = await browser.OpenAsync(await browser.CallbackAsync());
            sessions.Add(smart.Opened(answer).Id.Value);
        }
        await SearchAsync();

        // The browser of this test asks the demo EHR for a launch by an address that names the patient.
        var lines = told.Lines.Where(line => !line.Contains(SmartApp.Launches, default)).ToList();
        Assert.Contains(lines, line => line.Contains("activity HealtheIntent.Client", default));
        Assert.Contains(lines, line => line.Contains("meter System.Net.Http", default));
        string[] sentinels =
        [
            "151579",
            "4040404040",
            SandboxHost.Analisa,
            "Roberson",
            "Analisa",
            "1934-08-20",
            "cough",
            .. sessions,
        ];
        Assert.Equal(
            [],
            lines.Where(line =>
                sentinels.Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase))
            )
        );
    }

    [Fact]
    public async Task Control_54_A_path_that_a_trace_names_would_be_found()
    {
        using var told = new TelemetryRecord();
        using var http = new HttpClient();

        using var answer = await http.GetAsync(
            new Uri(viewer.Http.BaseAddress!, "/patients/151579")
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(told.Lines, line => line.Contains("/patients/151579", default));
    }

    /// <summary>Opens a chart on a circuit's store, looks at a view and searches in it.</summary>
    private async Task<string> ReadAsync(ChartSession session)
    {
        await using var circuit = viewer.Services.CreateAsyncScope();
        var store = circuit.ServiceProvider.GetRequiredService<IStore>();
        var dispatcher = circuit.ServiceProvider.GetRequiredService<IDispatcher>();
        dispatcher.Dispatch(new OpenChart(session, ChartView.Summary));
        await store.WhenIdle();
        dispatcher.Dispatch(new FindInChart(session, "cough"));
        await store.WhenIdle();
        return session.Id.Value;
    }

    private async Task SearchAsync()
    {
        await using var circuit = viewer.Services.CreateAsyncScope();
        var store = circuit.ServiceProvider.GetRequiredService<IStore>();
        circuit
            .ServiceProvider.GetRequiredService<IDispatcher>()
            .Dispatch(
                new SearchPeople(
                    new ChartUser("u-2", "M. Lind") { Roles = [Roles.Coordinator] },
                    "192.0.2.7",
                    new PersonCriteria { Name = "Roberson", BirthDate = new DateOnly(1934, 8, 20) },
                    0
                )
            );
        await store.WhenIdle();
    }
}
