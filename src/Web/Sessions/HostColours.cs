namespace HeiChartViewer.Web.Sessions;

/// <summary>Colours of a host that the chart is drawn with in the light scheme, each as <c>#rrggbb</c>.</summary>
/// <param name="Background">Behind everything.</param>
/// <param name="Text">Text.</param>
/// <param name="Highlight">Links, and what is chosen.</param>
public sealed record HostColours(string Background, string Text, string Highlight);
