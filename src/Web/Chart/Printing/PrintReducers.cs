using HeiChartViewer.Flux;

namespace HeiChartViewer.Web.Chart.Printing;

/// <summary>How a print moves on. An answer to an earlier request changes nothing.</summary>
public static class PrintReducers
{
    /// <summary>A new request.</summary>
    [ReducerMethod]
    public static PrintState On(PrintState _, PrintView print) => new() { Print = print };

    /// <summary>It was recorded.</summary>
    [ReducerMethod]
    public static PrintState On(PrintState state, PrintAllowed allowed) =>
        state.Print != allowed.Print ? state : state with { AllowedAt = allowed.At };

    /// <summary>It was not recorded.</summary>
    [ReducerMethod]
    public static PrintState On(PrintState state, PrintNotRecorded failed) =>
        state.Print != failed.Print ? state : new() { Problem = PrintProblem.NotRecorded };

    /// <summary>The frame forbids it.</summary>
    [ReducerMethod]
    public static PrintState On(PrintState _, PrintNotPossible failed) =>
        new() { Problem = PrintProblem.NotPossible };

    /// <summary>The browser's dialog is closed.</summary>
    [ReducerMethod]
    public static PrintState On(PrintState _, PrintEnded ended) => new();

    /// <summary>Of a chart that was closed nothing is printed.</summary>
    [ReducerMethod]
    public static PrintState On(PrintState _, ChartStopped stopped) => new();
}
