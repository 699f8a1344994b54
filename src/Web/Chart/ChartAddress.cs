using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Chart;

/// <summary>Where a view of a chart is: the session's opaque id and the view's word, and nothing else (design rule 7).</summary>
public static class ChartAddress
{
    /// <summary>The path of a view.</summary>
    public static string Address(this ChartSession session, ChartView view) =>
        view.Slug.Length == 0
            ? $"/chart/{session.Id.Value}"
            : $"/chart/{session.Id.Value}/{view.Slug}";
}
