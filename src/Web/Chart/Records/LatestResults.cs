using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Results;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>The newest result of each test, those to look at first.</summary>
public static class LatestResults
{
    /// <summary>Picks them.</summary>
    public static IReadOnlyList<Observation> AbnormalFirst(IEnumerable<Observation> results) =>
        [
            .. results
                .GroupBy(ResultTest.Of)
                .Select(test =>
                    test.MaxBy(result => result.EffectiveOn?.Earliest ?? DateTimeOffset.MinValue)!
                )
                .OrderByDescending(result => Urgency(ResultFlag.Of(result)))
                .ThenByDescending(result => result.EffectiveOn)
                .ThenBy(result => result.Id, StringComparer.Ordinal),
        ];

    /// <summary>The test and its unit: the same test in another unit is another row, and says so by its name.</summary>
    public static string NameWithUnit(Observation result)
    {
        var name = result.Code?.Display ?? Say("Not named by the source");
        return ResultTest.Of(result).Unit is { Length: > 0 } unit ? $"{name}, {Apart(unit)}" : name;
    }

    /// <summary>How soon a result is to be looked at: 3 for critical, 2 for abnormal, 1 for what cannot be told, 0 for the rest.</summary>
    public static int Urgency(ResultFlag? flag) =>
        flag?.Level switch
        {
            ResultLevel.CriticalHigh or ResultLevel.CriticalLow or ResultLevel.Critical => 3,
            ResultLevel.High or ResultLevel.Low or ResultLevel.Abnormal => 2,
            ResultLevel.Unknown => 1,
            _ => 0,
        };
}
