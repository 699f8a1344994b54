using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>The newest result of each test, those to look at first.</summary>
public static class LatestResults
{
    /// <summary>
    /// Picks them. Two results are of the same test only where code and unit are the same; a second unit is a second
    /// test, for values in two units must not be read as one series (GTAB-027).
    /// </summary>
    public static IReadOnlyList<Observation> AbnormalFirst(IEnumerable<Observation> results) =>
        [
            .. results
                .GroupBy(Test)
                .Select(test =>
                    test.MaxBy(result => result.EffectiveOn?.Earliest ?? DateTimeOffset.MinValue)!
                )
                .OrderByDescending(result => Urgency(ResultFlag.Of(result)))
                .ThenByDescending(result => result.EffectiveOn)
                .ThenBy(result => result.Id, StringComparer.Ordinal),
        ];

    private static (string? Code, string? Unit) Test(Observation result) =>
        (
            result.Code?.Codings.FirstOrDefault() is { } coding
                ? $"{coding.System}|{coding.Code}"
                : result.Code?.Display?.Trim().ToUpperInvariant(),
            (result.Value as ObservationValue.Measured)?.Quantity.Unit?.Display
        );

    private static int Urgency(ResultFlag? flag) =>
        flag?.Level switch
        {
            ResultLevel.CriticalHigh or ResultLevel.CriticalLow or ResultLevel.Critical => 3,
            ResultLevel.High or ResultLevel.Low or ResultLevel.Abnormal => 2,
            ResultLevel.Unknown => 1,
            _ => 0,
        };
}
