using HeiChartViewer.Web.Components.Display;

namespace HeiChartViewer.Web.Components.Timeline;

/// <summary>
/// The keys of the timeline's drawing, while it has the focus. What stands below the drawing and in the map of the keys is
/// this list; the drawing's module does what it says.
/// </summary>
public static class TimelineKeys
{
    /// <summary>All of them, those that do alike together.</summary>
    public static IReadOnlyList<DrawingKey> All { get; } =
    [
        new(["+", "−"], Phrase.Of("zoom")),
        new(["←", "→", "Home", "End"], Phrase.Of("move")),
        new(["0"], Phrase.Of("whole life")),
        new(["↓"], Phrase.Of("into the drawing")),
        new(["Enter"], Phrase.Of("opens")),
        new(["Esc"], Phrase.Of("back")),
        new(["T"], Phrase.Of("table")),
    ];
}
