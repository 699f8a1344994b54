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

    /// <summary>A reference range: its own text where it has one, else its bounds.</summary>
    public static string? Range(IReadOnlyList<ReferenceRange> ranges) =>
        ranges.Count == 0 ? null
        : string.Join("; ", ranges.Select(Range).OfType<string>()) is { Length: > 0 } text ? text
        : null;

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
    public static string? Concepts(IEnumerable<CodeableConcept> concepts) =>
        Joined(concepts.Select(concept => concept.Display));

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

    private static string? Range(ReferenceRange range)
    {
        if (range.Text is { Length: > 0 } text)
            return text;
        var unit = (range.High ?? range.Low)?.Unit?.Display;
        return Bounds(range.Low?.Value, range.High?.Value) is { } bounds
            ? Spaced(bounds, unit)
            : null;
    }

    private static string Spaced(string value, string? unit) =>
        string.IsNullOrWhiteSpace(unit) ? value : $"{value} {unit}";
}
