using HeiChartViewer.Flux;

namespace HeiChartViewer.Web.Chart;

/// <summary>How the chart as a whole changes.</summary>
public static class ChartReducers
{
    /// <summary>One circuit, one patient: a second session in the same store is a defect, never a switch (design rule 1).</summary>
    [ReducerMethod]
    public static ChartState On(ChartState state, ChartOpened opened) =>
        state.Session is null || state.Session.Id == opened.Session.Id
            ? state with { Session = opened.Session }
            : throw new InvalidOperationException("A circuit shows one patient for its whole life.");

    /// <summary>A stopped chart stays stopped; the first reason is kept.</summary>
    [ReducerMethod]
    public static ChartState On(ChartState state, ChartStopped stopped) =>
        state with { Stop = state.Stop ?? stopped.Why };
}
