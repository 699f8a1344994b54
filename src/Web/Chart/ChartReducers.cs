using HeiChartViewer.Flux;

namespace HeiChartViewer.Web.Chart;

/// <summary>How the chart as a whole changes.</summary>
public static class ChartReducers
{
    /// <summary>The first session of a circuit is its only one (design rule 1).</summary>
    [ReducerMethod]
    public static ChartState On(ChartState state, OpenChart opened) =>
        state with
        {
            Session = state.Session ?? opened.Session,
        };

    /// <summary>The view that was recorded last is the one that may be drawn.</summary>
    [ReducerMethod]
    public static ChartState On(ChartState state, ViewShown shown) =>
        state with
        {
            Shown = shown.View,
            Looks = state.Looks + 1,
        };

    /// <summary>A stopped chart stays stopped; the first reason is kept.</summary>
    [ReducerMethod]
    public static ChartState On(ChartState state, ChartStopped stopped) =>
        state with
        {
            Stop = state.Stop ?? stopped.Why,
        };
}
