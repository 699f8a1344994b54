using Bunit;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Visits;
using HeiChartViewer.Web.Components.Visits;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Components.Visits;

public sealed class VisitNoticeTests : BunitContext
{
    public VisitNoticeTests() =>
        Services.AddFlux(store =>
            store.AddFeature<VisitFeature>().AddReducers(typeof(VisitReducers))
        );

    [Fact]
    public void A_view_of_all_visits_says_so_while_the_chart_is_narrowed_to_one()
    {
        var notice = Render<VisitNotice>();
        Assert.Empty(notice.Markup.Trim());

        Services
            .GetRequiredService<IDispatcher>()
            .Dispatch(new NarrowToVisit(new Visit("18-Nov-2026, Emergency", ["e1"])));

        notice.WaitForAssertion(() =>
            Assert.Equal("Visit 18-Nov-2026, Emergency", notice.Find(".chip").TextContent)
        );
        notice.Find("button").Click();
        notice.WaitForAssertion(() => Assert.Empty(notice.Markup.Trim()));
    }
}
