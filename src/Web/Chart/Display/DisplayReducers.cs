using HeiChartViewer.Flux;

namespace HeiChartViewer.Web.Chart.Display;

/// <summary>How the choice changes.</summary>
public static class DisplayReducers
{
    /// <summary>The last choice holds.</summary>
    [ReducerMethod]
    public static DisplayState On(DisplayState _, DisplayChosen chosen) => new(chosen.Choice);
}
