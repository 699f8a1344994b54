using HeiChartViewer.Web.Chart.Results;

namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>A result and where it is drawn.</summary>
/// <param name="Point">The result.</param>
/// <param name="X">Where its time begins.</param>
/// <param name="EndX">Where its time ends; the same for a day or an instant.</param>
/// <param name="Y">Its height.</param>
/// <param name="Symbol">The symbol of its source.</param>
public sealed record DrawnResult(
    ResultPoint Point,
    double X,
    double EndX,
    double Y,
    GraphSymbol Symbol
)
{
    /// <summary>Whether the time is vaguer than a day.</summary>
    public bool IsSpan => EndX > X;

    /// <summary>The middle of its time.</summary>
    public double CenterX => (X + EndX) / 2;
}

/// <summary>A reference range and where it is drawn.</summary>
/// <param name="X">Its left edge.</param>
/// <param name="EndX">Its right edge.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="EndY">Its lower edge.</param>
/// <param name="Low">The lower bound, where there is one.</param>
/// <param name="High">The upper bound, where there is one.</param>
public sealed record DrawnRange(
    double X,
    double EndX,
    double Y,
    double EndY,
    decimal? Low,
    decimal? High
)
{
    /// <summary>The bounds in words.</summary>
    public string Words =>
        (Low, High) switch
        {
            ({ } low, { } high) => string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{low}–{high}"
            ),
            ({ } low, null) => string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"≥ {low}"
            ),
            (null, { } high) => string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"≤ {high}"
            ),
            _ => "",
        };
}

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
