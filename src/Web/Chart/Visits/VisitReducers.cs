using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Finding;
using HeiChartViewer.Web.Chart.Glass;

namespace HeiChartViewer.Web.Chart.Visits;

/// <summary>How the chart is narrowed and widened.</summary>
public static class VisitReducers
{
    /// <summary>One visit at a time.</summary>
    [ReducerMethod]
    public static VisitState On(VisitState _, NarrowToVisit narrow) => new(narrow.Visit);

    /// <summary>Widened again.</summary>
    [ReducerMethod]
    public static VisitState On(VisitState _, ShowAllVisits all) => new(Visit: null);

    /// <summary>A record that a search leads to is shown, whichever visit it belongs to.</summary>
    [ReducerMethod]
    public static VisitState On(VisitState _, MarkRecord mark) => new(Visit: null);

    /// <summary>Glass that stands again lets go of what a visit may be named by.</summary>
    [ReducerMethod]
    public static VisitState On(VisitState _, GlassChanged changed) => new(Visit: null);

    /// <summary>A stopped chart forgets it.</summary>
    [ReducerMethod]
    public static VisitState On(VisitState _, ChartStopped stopped) => new(Visit: null);
}
