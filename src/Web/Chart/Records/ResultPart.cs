using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>
/// What a result says of one thing. A result in parts, as a blood pressure is, says something of several: each is a result
/// with a value, a flag and a range of its own.
/// </summary>
/// <param name="Label">What the part is called within the result; null for the result's own value.</param>
/// <param name="Result">The part as a result of its own, at the time and from the source of the whole.</param>
public sealed record ResultPart(string? Label, Observation Result)
{
    /// <summary>The parts of a result, its own value or flag first; a result without parts is one.</summary>
    public static IReadOnlyList<ResultPart> Of(Observation result) =>
        result.Components.Count == 0
            ? [new(null, result)]
            :
            [
                .. result is { Value: null, Interpretation: null }
                    ? Enumerable.Empty<ResultPart>()
                    : [new(null, result with { Components = [] })],
                .. result.Components.Select(component => Of(result, component)),
            ];

    private static ResultPart Of(Observation whole, ObservationComponent component)
    {
        var label = component.Code?.Display ?? Say("part not named");
        return new(
            label,
            whole with
            {
                // Words alone mean something only within the whole.
                Code = SubjectKey.IsCoded(component.Code)
                    ? component.Code
                    : new CodeableConcept
                    {
                        Text = $"{whole.Code?.Display ?? Say("Not named by the source")}: {label}",
                        Codings = component.Code?.Codings ?? [],
                        SourceCodings = component.Code?.SourceCodings ?? [],
                    },
                Value = component.Value,
                Interpretation = component.Interpretation,
                ReferenceRanges = component.ReferenceRanges,
                Components = [],
            }
        );
    }
}
