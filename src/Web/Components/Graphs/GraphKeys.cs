using HeiChartViewer.Web.Components.Display;

namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>The keys of a graph, while one of its values has the focus, for the map of the keys.</summary>
public static class GraphKeys
{
    /// <summary>All of them, those that do alike together.</summary>
    public static IReadOnlyList<DrawingKey> All { get; } =
    [
        new(["←", "→", "↑", "↓"], Phrase.Of("to the value before or after")),
        new(["Home", "End"], Phrase.Of("to the first or the last value")),
    ];
}
