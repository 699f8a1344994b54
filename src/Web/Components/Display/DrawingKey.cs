namespace HeiChartViewer.Web.Components.Display;

/// <summary>Keys that do alike in a drawing, while it has the focus.</summary>
/// <param name="Keys">As they are written on a keyboard.</param>
/// <param name="Words">What they do.</param>
public sealed record DrawingKey(IReadOnlyList<string> Keys, Phrase Words);
