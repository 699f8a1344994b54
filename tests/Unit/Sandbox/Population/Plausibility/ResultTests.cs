using System.Globalization;
using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Population.Plausibility;

/// <summary>A result beside its range.</summary>
[Collection(OnePopulation.Name)]
public sealed class ResultTests(PopulationSnapshot population)
{
    [Fact]
    public void An_interpretation_agrees_with_value_and_range()
    {
        var wrong = new List<string>();
        var flagged = 0;
        var silent = 0;
        foreach (var patient in population.Patients)
        foreach (var record in patient["observations"])
        {
            if (
                record.Member("referenceRanges") is not { ValueKind: JsonValueKind.Array } ranges
                || !double.TryParse(
                    record.QuantityText(),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture,
                    out var value
                )
            )
                continue;
            if (record.Member("interpretation", "codings") is not { } codings)
            {
                silent++;
                continue;
            }
            flagged++;
            var low = Limit(ranges[0], "low") ?? double.MinValue;
            var high = Limit(ranges[0], "high") ?? double.MaxValue;
            var expected =
                value > high ? "H"
                : value < low ? "L"
                : "N";
            if (!codings[0].Text("code")!.StartsWith(expected, StringComparison.Ordinal))
                wrong.Add(
                    $"{patient.Name} {record.GetProperty("code").Text("text")} {value} {codings[0].Text("code")}"
                );
        }
        Assert.Empty(wrong);
        Assert.True(flagged > silent && silent > 100, $"{flagged} flagged, {silent} not");
    }

    private static double? Limit(JsonElement range, string name) =>
        range.Member(name)?.Text("value") is { } text
            ? double.Parse(text, CultureInfo.InvariantCulture)
            : null;
}
