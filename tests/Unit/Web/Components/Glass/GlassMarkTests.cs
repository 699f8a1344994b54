using Bunit;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Chart.Glass;
using HeiChartViewer.Web.Components.Glass;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Tests.Unit.Web.Components.Glass;

/// <summary>Control 64: what is withheld is said, and so is that somebody sees it all the same.</summary>
public sealed class GlassMarkTests : BunitContext
{
    private readonly ManualClock _clock = new();
    private readonly AuditList _audit = new();
    private readonly ChartSession _session;
    private readonly ChartSessions _sessions;

    public GlassMarkTests()
    {
        _session = Sample.Session(_clock.GetUtcNow());
        _sessions = Sample.Sessions(_clock, _session);
        Services.AddSingleton<TimeProvider>(_clock);
        Services.AddSingleton(new ViewerMode(null));
        Services.AddSingleton(new FacilityClock(_clock, TimeZoneInfo.Local));
        Services.AddSingleton(_sessions);
        Services.AddSingleton<IAuditLog>(_audit);
        Services.AddFlux(store =>
            store
                .AddFeature<GlassFeature>()
                .AddReducers(typeof(GlassReducers))
                .AddEffects<GlassEffects>()
        );
    }

    [Fact]
    public void Where_nothing_is_withheld_nothing_is_said() =>
        Assert.Empty(Mark(_session).Markup.Trim());

    [Fact]
    public void Control_64_What_is_withheld_is_named_and_a_reason_opens_it_in_sight()
    {
        var mark = Mark(_session, ChartView.Documents);
        Assert.Contains("Withheld: Documents.", mark.Markup, default);

        mark.Find("button").Click();
        Assert.True(mark.Find("button.primary").HasAttribute("disabled"));
        mark.FindAll("input[type=radio]")[0].Change("on");
        mark.Find("button.primary").Click();

        mark.WaitForAssertion(() =>
            Assert.Contains(
                "Glass broken: Documents.",
                mark.Find("[role=status]").TextContent,
                default
            )
        );
        Assert.Contains("30 minutes left", mark.Markup, default);

        mark.Find("button").Click();
        mark.WaitForAssertion(() => Assert.Contains("Withheld: Documents.", mark.Markup, default));
    }

    [Fact]
    public void Control_64_A_role_that_may_not_is_offered_nothing()
    {
        var coordinator = Sample.Session(_clock.GetUtcNow(), mode: ChartMode.Coordinator);
        _sessions.Add(coordinator);

        var mark = Mark(coordinator, ChartView.Documents);

        Assert.Empty(mark.FindAll("button"));
        Assert.Contains("Your role cannot break the glass.", mark.Markup, default);
    }

    [Fact]
    public void Control_64_Whom_nobody_has_vouched_for_lately_is_sent_to_the_launch()
    {
        _clock.Advance(TimeSpan.FromMinutes(6));
        var mark = Mark(_session, ChartView.Documents);

        mark.Find("button").Click();

        Assert.Empty(mark.FindAll("button.primary"));
        Assert.Contains("Open the patient again from the EHR", mark.Markup, default);
    }

    [Fact]
    public void Control_64_A_glass_that_another_page_broke_is_marked_on_this_one()
    {
        var mark = Mark(_session, ChartView.Documents);

        _sessions.BreakGlass(_session.Id, _clock.GetUtcNow().AddMinutes(30));

        mark.WaitForAssertion(() => Assert.Contains("Glass broken", mark.Markup, default));
    }

    private IRenderedComponent<GlassMark> Mark(ChartSession session, params ChartView[] withheld)
    {
        Services.AddSingleton(Sample.Glass(_sessions, withheld));
        return Render<GlassMark>(parameters => parameters.Add(mark => mark.Session, session));
    }
}
