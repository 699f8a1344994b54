using HeiChartViewer.Web.Chart.Results;

namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>A result and where it is drawn.</summary>
/// <param name="Point">The result.</param>
/// <param name="X">Where its time begins.</param>
/// <param name="EndX">Where its time ends; the same for a day or an instant.</param>
/// <param name="Y">Its height.</param>
/// <param name="Symbol">The symbol of its source, or of its test among several.</param>
/// <param name="Letter">The letter of its source, where the symbol does not tell it; null where it does.</param>
public sealed record DrawnResult(
    ResultPoint Point,
    double X,
    double EndX,
    double Y,
    GraphSymbol Symbol,
    string? Letter
)
{
    /// <summary>Whether the time is vaguer than a day.</summary>
    public bool IsSpan => EndX > X;

    /// <summary>The middle of its time.</summary>
    public double CenterX => (X + EndX) / 2;
}
