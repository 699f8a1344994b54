using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;

namespace HeiChartViewer.Web.Chart.Results;

/// <summary>
/// What two results must share to stand in one row or on one line: the test and the unit. A second unit is a second
/// test, for values in two units must not be read as one series (GTAB-027).
/// </summary>
/// <param name="Subject">The test, by its code or else its words; a result that names none is a test of its own.</param>
/// <param name="Unit">The unit; null where none is stated.</param>
public sealed record ResultTest(string Subject, string? Unit)
{
    /// <summary>The test of a result.</summary>
    public static ResultTest Of(Observation result) =>
        new(
            SubjectKey.Of(result.Code) ?? $"record|{result.Id}",
            (result.Value as ObservationValue.Measured)?.Quantity.Unit?.Display
        );
}
