using HeiChartViewer.Web.Chart;

namespace HeiChartViewer.Web.Components.Display;

/// <summary>A key that does something in a chart.</summary>
/// <param name="Key">What the browser calls it.</param>
/// <param name="Deed">What it does.</param>
/// <param name="Words">The same, for the reader.</param>
public sealed record ChartKey(string Key, KeyDeed Deed, Phrase Words)
{
    /// <summary>Whether Control, or the Mac's Command, goes with it. Without, it is a letter key and can be switched off.</summary>
    public bool HasControl { get; init; }

    /// <summary>The view it opens.</summary>
    public ChartView? View { get; init; }

    /// <summary>What it puts the focus on, as a selector; the browser does that by itself.</summary>
    public string? Focuses { get; init; }

    /// <summary>The key as it is written on a keyboard.</summary>
    public string Shown => HasControl ? $"Ctrl + {Key.ToUpperInvariant()}" : Key;
}

/// <summary>What a key can do.</summary>
public enum KeyDeed
{
    /// <summary>Puts the focus somewhere.</summary>
    Focus,

    /// <summary>Opens a view.</summary>
    Open,

    /// <summary>Opens the view above in the rail.</summary>
    Previous,

    /// <summary>Opens the view below in the rail.</summary>
    Next,

    /// <summary>Prints what is shown.</summary>
    Print,

    /// <summary>Lists the keys.</summary>
    List,
}
