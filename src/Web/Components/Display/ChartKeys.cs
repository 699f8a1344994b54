using System.Globalization;
using HeiChartViewer.Web.Chart;

namespace HeiChartViewer.Web.Components.Display;

/// <summary>
/// The keys of a chart: this list is what the browser listens for and what the map of the keys shows, so that neither
/// knows one that the other does not.
/// </summary>
public static class ChartKeys
{
    private const string Digits = "1234567890";
    private const string FindBox = "#find-in-chart";

    /// <summary>All of them, in the order of the map.</summary>
    public static IReadOnlyList<ChartKey> All { get; } =
    [
        new("?", KeyDeed.List, Phrase.Of("Show these keys")),
        new("k", KeyDeed.Focus, Phrase.Of("Search this chart"))
        {
            HasControl = true,
            Focuses = FindBox,
        },
        new("/", KeyDeed.Focus, Phrase.Of("Search this chart")) { Focuses = FindBox },
        new("f", KeyDeed.Focus, Phrase.Of("Filter the list"))
        {
            Focuses = "#content .tools input[type=search]",
        },
        new("p", KeyDeed.Print, Phrase.Of("Print what is shown")) { HasControl = true },
        new("[", KeyDeed.Previous, Phrase.Of("The section above")),
        new("]", KeyDeed.Next, Phrase.Of("The section below")),
        .. ChartView
            .All.Zip(Digits)
            .Select(numbered => new ChartKey(
                numbered.Second.ToString(CultureInfo.InvariantCulture),
                KeyDeed.Open,
                numbered.First.Title
            )
            {
                View = numbered.First,
            }),
    ];

    /// <summary>The view that a key opens; null where it opens none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="shown">The view that is shown.</param>
    public static ChartView? Target(ChartKey key, ChartView shown)
    {
        var place = ChartView.All.ToList().IndexOf(shown);
        return key.Deed switch
        {
            KeyDeed.Open => key.View,
            KeyDeed.Previous => ChartView.All.ElementAtOrDefault(place - 1),
            KeyDeed.Next => ChartView.All.ElementAtOrDefault(place + 1),
            _ => null,
        };
    }
}
