using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Glass;

namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>How the search within the chart moves on.</summary>
public static class FindReducers
{
    /// <summary>A new search starts from nothing.</summary>
    [ReducerMethod]
    public static FindState On(FindState state, FindInChart find) =>
        new() { Find = find, Marked = state.Marked };

    /// <summary>What an earlier search found is dropped.</summary>
    [ReducerMethod]
    public static FindState On(FindState state, FoundInChart found) =>
        state.Find == found.Find ? state with { Sections = found.Sections } : state;

    /// <summary>What the tenant answers to an earlier search is dropped.</summary>
    [ReducerMethod]
    public static FindState On(FindState state, TenantSearched searched) =>
        state.Find == searched.Find ? state with { Tenant = searched.Finding } : state;

    /// <summary>A search that could not be recorded shows nothing.</summary>
    [ReducerMethod]
    public static FindState On(FindState state, FindNotRecorded failed) =>
        state.Find == failed.Find ? state with { IsNotRecorded = true } : state;

    /// <summary>A closed search is forgotten, its words with it.</summary>
    [ReducerMethod]
    public static FindState On(FindState state, FindClosed _) => new() { Marked = state.Marked };

    /// <summary>To follow a hit ends the search.</summary>
    [ReducerMethod]
    public static FindState On(FindState _, MarkRecord mark) => new() { Marked = mark };

    /// <summary>A stopped chart forgets what was looked for and found in it.</summary>
    [ReducerMethod]
    public static FindState On(FindState _, ChartStopped stopped) => new();

    /// <summary>Glass that breaks or stands again lets go of what was found: it may be of what is withheld.</summary>
    [ReducerMethod]
    public static FindState On(FindState _, GlassChanged changed) => new();

    /// <summary>A mark leads there once.</summary>
    [ReducerMethod]
    public static FindState On(FindState state, RecordMarked marked) =>
        state.Marked == marked.Mark ? state with { Marked = null } : state;
}
