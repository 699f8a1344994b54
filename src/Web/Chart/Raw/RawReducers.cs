using HeiChartViewer.Flux;
using HeiChartViewer.Web.Chart.Glass;

namespace HeiChartViewer.Web.Chart.Raw;

/// <summary>How the view of a record as it was received moves on.</summary>
public static class RawReducers
{
    /// <summary>A new request starts from nothing.</summary>
    [ReducerMethod]
    public static RawState On(RawState _, ShowRaw show) => new() { Show = show };

    /// <summary>What an earlier request brings is dropped.</summary>
    [ReducerMethod]
    public static RawState On(RawState state, RawReceived received) =>
        state.Show == received.Show ? state with { Text = received.Text } : state;

    /// <summary>A failure is said.</summary>
    [ReducerMethod]
    public static RawState On(RawState state, RawFailed failed) =>
        state.Show == failed.Show ? state with { Failure = failed.Failure } : state;

    /// <summary>What could not be recorded is not shown.</summary>
    [ReducerMethod]
    public static RawState On(RawState state, RawNotRecorded failed) =>
        state.Show == failed.Show ? state with { IsNotRecorded = true } : state;

    /// <summary>A closed record is forgotten.</summary>
    [ReducerMethod]
    public static RawState On(RawState _, RawClosed closed) => new();

    /// <summary>A stopped chart forgets the record too.</summary>
    [ReducerMethod]
    public static RawState On(RawState _, ChartStopped stopped) => new();

    /// <summary>Glass that breaks or stands again lets go of the record: it may be of what is withheld.</summary>
    [ReducerMethod]
    public static RawState On(RawState _, GlassChanged changed) => new();
}
