using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Demographics;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>How values inside records are written.</summary>
public static class RecordWords
{
    /// <summary>A quantity exactly as its text came, with comparator and unit.</summary>
    public static string? Quantity(Quantity? quantity) =>
        quantity?.Value is not { Length: > 0 } value
            ? null
            : Spaced(quantity.Comparator + value, quantity.Unit?.Display);

    /// <summary>A value of any kind.</summary>
    public static string? Value(ObservationValue? value) =>
        value switch
        {
            ObservationValue.Measured measured => Quantity(measured.Quantity),
            ObservationValue.Coded coded => coded.Concept.Display,
            ObservationValue.Worded worded => worded.Text,
            _ => null,
        };

    /// <summary>What was found: the result's own value, then each part by its name.</summary>
    public static string? Result(Observation result) =>
        result.Components.Count == 0
            ? Words(Value(result.Value))
            : Joined(ResultPart.Of(result).Select(part => Named(part, Value(part.Result.Value))));

    /// <summary>What is usual: the result's own range, then that of each part by its name.</summary>
    public static string? Range(Observation result) =>
        result.Components.Count == 0
            ? Words(Ranges(result))
            : Joined(ResultPart.Of(result).Select(part => Named(part, Ranges(part.Result))));

    /// <summary>How the source judged: the result as a whole, then each part by its name.</summary>
    public static string? Interpretation(Observation result) =>
        Joined(
            ResultPart
                .Of(result)
                .Where(part => part.Label is not null)
                .Select(part => Named(part, part.Result.Interpretation?.Display))
                .Prepend(result.Interpretation?.Display)
        );

    /// <summary>The reference ranges of a value, each in its own words where it has them, else its bounds.</summary>
    public static string? Ranges(Observation result)
    {
        // Figures without a unit are in the value's: with it they cannot be taken for another's.
        var unit = (result.Value as ObservationValue.Measured)?.Quantity.Unit?.Display;
        if (result.ReferenceRanges is [var only])
            return Range(only, unit);
        return
            string.Join(
                "; ",
                result.ReferenceRanges.Select(range => Range(range, unit)).OfType<string>()
            )
                is { Length: > 0 } text
            ? text
            : null;
    }

    /// <summary>A lower and an upper bound, either of which may be missing; null where both are.</summary>
    public static string? Bounds(string? low, string? high) =>
        (low, high) switch
        {
            ({ }, { }) => $"{low}–{high}",
            ({ }, null) => $"≥ {low}",
            (null, { }) => $"≤ {high}",
            _ => null,
        };

    /// <summary>A person who asserted, ordered or performed something.</summary>
    public static string? Person(Asserter? asserter) =>
        asserter?.Provider?.Name is { } name
            ? name.Formatted ?? PersonNames.Write(name)
            : asserter?.ProviderRoles.FirstOrDefault()?.Display ?? asserter?.Type;

    /// <summary>Several of them.</summary>
    public static string? People(IEnumerable<Asserter> people) => Joined(people.Select(Person));

    /// <summary>Several coded values.</summary>
    public static string? Concepts(IReadOnlyList<CodeableConcept> concepts) =>
        concepts is [var only]
            ? Words(only.Display)
            : Joined(concepts.Select(concept => concept.Display));

    /// <summary>A place, from the facility inwards.</summary>
    public static string? Place(CareLocation? place) =>
        Joined([place?.Facility, place?.Building, place?.Unit]) ?? place?.Text;

    /// <summary>The parts that are there, joined by commas; null where none is.</summary>
    public static string? Joined(IEnumerable<string?> parts) =>
        parts.Where(part => !string.IsNullOrWhiteSpace(part)).ToList() switch
        {
            [] => null,
            [var only] => only,
            var several => string.Join(", ", several.Select(Apart)),
        };

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string? Named(ResultPart part, string? words) =>
        words is null || part.Label is null ? words : $"{part.Label} {words}";

    private static string? Range(ReferenceRange range, string? ofValue)
    {
        var unit = range.High?.Unit?.Display ?? range.Low?.Unit?.Display ?? ofValue;
        return range.Text is { Length: > 0 } text
            ? text.Any(char.IsLetter) || text.Contains('%', StringComparison.Ordinal)
                ? text
                : Spaced(text, unit)
            : Bounds(range.Low?.Value, range.High?.Value) is { } bounds
                ? Spaced(bounds, unit)
                : null;
    }

    private static string Spaced(string value, string? unit) =>
        string.IsNullOrWhiteSpace(unit) ? value : $"{value} {unit}";
}
