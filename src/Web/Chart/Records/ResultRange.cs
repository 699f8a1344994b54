using System.Globalization;
using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>The bounds that a result came with, as numbers its own value can be compared with.</summary>
/// <param name="Low">The lower bound; null where there is none.</param>
/// <param name="High">The upper bound; null where there is none.</param>
public readonly record struct ResultRange(decimal? Low, decimal? High)
{
    /// <summary>The bounds in words; null where there is none.</summary>
    public string? Words =>
        RecordWords.Bounds(
            Low?.ToString(CultureInfo.InvariantCulture),
            High?.ToString(CultureInfo.InvariantCulture)
        );

    /// <summary>The bounds of a measured result; of several ranges nobody knows which one applies.</summary>
    public static ResultRange Of(Observation result) =>
        result
            is {
                Value: ObservationValue.Measured { Quantity: { } value },
                ReferenceRanges: [var range]
            }
            ? new(Bound(range.Low, value), Bound(range.High, value))
            : default;

    /// <summary>A bound in another unit than the value's says nothing about the value.</summary>
    private static decimal? Bound(Quantity? bound, Quantity value) =>
        bound is { Number: { } number }
        && (bound.Unit?.Display is not { } unit || unit == value.Unit?.Display)
            ? number
            : null;
}
