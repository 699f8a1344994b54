namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>The shapes by which sources are told apart.</summary>
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
}
