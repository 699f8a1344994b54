namespace HeiChartViewer.Web.Chart.Printing;

/// <summary>What becomes of the print that was asked for last.</summary>
public sealed record PrintState
{
    /// <summary>The request; null once it is over.</summary>
    public PrintView? Print { get; init; }

    /// <summary>When it was recorded; null until then.</summary>
    public DateTimeOffset? AllowedAt { get; init; }

    /// <summary>Why there is no print; null where nothing stands in its way.</summary>
    public PrintProblem? Problem { get; init; }
}

/// <summary>Why a print does not happen.</summary>
public enum PrintProblem
{
    /// <summary>It could not be recorded (design rule 6).</summary>
    NotRecorded,

    /// <summary>The frame around the chart does not let it print.</summary>
    NotPossible,
}
