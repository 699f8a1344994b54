namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>The shapes by which sources are told apart, or tests where there are several. Where sources outnumber them, a letter tells the rest.</summary>
public enum GraphSymbol
{
    /// <summary>A circle.</summary>
    Circle,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A diamond.</summary>
    Diamond,

    /// <summary>A triangle.</summary>
    Triangle,

    /// <summary>A cross.</summary>
    Cross,

    /// <summary>A triangle on its point.</summary>
    TriangleDown,

    /// <summary>A star.</summary>
    Star,

    /// <summary>A flat bar.</summary>
    Bar,
}
