using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart.Printing;

/// <summary>A reader wants a view on paper. Each request is itself; two are never equal.</summary>
public sealed class PrintView(ChartSession session, ChartView view)
{
    /// <summary>The session whose chart it is.</summary>
    public ChartSession Session { get; } = session;

    /// <summary>The view that is on the screen.</summary>
    public ChartView View { get; } = view;
}

/// <summary>The print has been recorded, so it may go on.</summary>
/// <param name="Print">The request.</param>
/// <param name="At">When it was allowed; the paper says so.</param>
public sealed record PrintAllowed(PrintView Print, DateTimeOffset At);

/// <summary>The print could not be recorded, so there is none (design rule 6).</summary>
public sealed record PrintNotRecorded(PrintView Print);

/// <summary>The browser does not let the page print: it stands in a frame that may not.</summary>
public sealed record PrintNotPossible;

/// <summary>The browser's print dialog has been closed.</summary>
public sealed record PrintEnded;
