namespace HeiChartViewer.Web.Sessions;

/// <summary>
/// A chart was closed, its browser was told to leave and has not. Nothing else lets a server end a circuit than a fault in
/// it, so this is one.
/// </summary>
internal sealed class ChartNotLeftException()
    : Exception("The chart was closed, and its browser has not left the page.");
