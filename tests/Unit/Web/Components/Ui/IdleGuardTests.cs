using Bunit;
using HeiChartViewer.Tests.Unit.Web.Launch.Smart;
using HeiChartViewer.Tests.Unit.Web.Sessions;
using HeiChartViewer.Web.Components.Chart;
using HeiChartViewer.Web.Components.Ui;
using HeiChartViewer.Web.Launch.Smart;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Components.Ui;

/// <summary>The browser is told how often to report, and when the screen locks, by the times of the chart's tenant.</summary>
public sealed class IdleGuardTests : BunitContext
{
    private readonly SteppedClock _clock = new();

    [Theory]
    [InlineData(40, 100, 10)]
    [InlineData(780, 900, 15)]
    public void Control_44_The_page_watches_by_the_times_of_its_tenant(
        int warnAfter,
        int lockAfter,
        int reportsEvery
    )
    {
        var tenant = new ViewerTenant
        {
            Name = "north",
            Mnemonic = "north",
            PopulationId = "population",
            Session = new()
            {
                WarnAfter = TimeSpan.FromSeconds(warnAfter),
                LockAfter = TimeSpan.FromSeconds(lockAfter),
            },
        };
        var session = Sample.Session(_clock.GetUtcNow(), tenant: tenant);
        var sessions = Sample.Sessions(_clock, session);
        var authority = new SmartAuthority(
            new SmartTokenEndpoint(
                SmartServerStub.Backchannel(),
                Options.Create(new SmartLaunchOptions()),
                _clock
            ),
            sessions,
            new AuditList(),
            _clock
        );
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddSingleton(new FacilityClock(_clock, tenant.Zone));
        var script = JSInterop.SetupModule("./Components/Ui/IdleGuard.razor.js");
        script.SetupModule(call => call.Identifier == "guard");
        script.Mode = JSRuntimeMode.Loose;

        var guard = Render<IdleGuard>(parameters =>
            parameters
                .Add(one => one.Presence, new ChartPresence(session, sessions, authority))
                .Add(one => one.Question, "Still there?")
                .Add(one => one.Cleared, "Cleared.")
                .Add(one => one.Leave, _ => Task.CompletedTask)
        );

        var told = Assert.Single(script.Invocations, call => call.Identifier == "guard").Arguments;
        Assert.Equal(
            (reportsEvery * 1000d, lockAfter * 1000d),
            ((double)told[2]!, (double)told[3]!)
        );
        Assert.DoesNotContain("Still there?", guard.Markup, StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromSeconds(warnAfter));
        guard.WaitForAssertion(() =>
            Assert.Contains("Still there?", guard.Markup, StringComparison.Ordinal)
        );
    }
}
