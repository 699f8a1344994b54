using HeiChartViewer.Flux;

namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>How the search within the chart moves on.</summary>
public static class FindReducers
{
    /// <summary>A new search starts from nothing.</summary>
    [ReducerMethod]
    public static FindState On(FindState state, FindInChart find) =>
        state with
        {
            Find = find,
            Sections = null,
            IsNotRecorded = false,
        };

    /// <summary>What an earlier search found is dropped.</summary>
    [ReducerMethod]
    public static FindState On(FindState state, FoundInChart found) =>
        state.Find == found.Find ? state with { Sections = found.Sections } : state;

    /// <summary>A search that could not be recorded shows nothing.</summary>
    [ReducerMethod]
    public static FindState On(FindState state, FindNotRecorded failed) =>
        state.Find == failed.Find ? state with { IsNotRecorded = true } : state;

    /// <summary>A closed search is forgotten, its words with it.</summary>
    [ReducerMethod]
    public static FindState On(FindState state, FindClosed _) =>
        state with
        {
            Find = null,
            Sections = null,
            IsNotRecorded = false,
        };

    /// <summary>The last hit that was followed is the one to be marked.</summary>
    [ReducerMethod]
    public static FindState On(FindState state, MarkRecord mark) => state with { Marked = mark };

    /// <summary>A mark leads there once.</summary>
    [ReducerMethod]
    public static FindState On(FindState state, RecordMarked marked) =>
        state.Marked == marked.Mark ? state with { Marked = null } : state;
}
