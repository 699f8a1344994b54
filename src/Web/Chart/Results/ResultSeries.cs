using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Web.Chart.Results;

/// <summary>
/// The results of one test in one unit. Values in another unit are another series: no row and no line mixes units, and
/// nothing is converted (GTAB-027 to -030).
/// </summary>
public sealed record ResultSeries
{
    /// <summary>What the series goes by within this chart; it says nothing about the patient.</summary>
    public required string Key { get; init; }

    /// <summary>The test, as the newest result names it.</summary>
    public required string Name { get; init; }

    /// <summary>The test's standard name, which tells specimen and method; null where it adds nothing.</summary>
    public required string? StandardName { get; init; }

    /// <summary>The unit of every value; null where none is stated.</summary>
    public required string? Unit { get; init; }

    /// <summary>The kind of test: "Laboratory", "Vital Signs".</summary>
    public required string Kind { get; init; }

    /// <summary>Whether the test has no standard code: it may be the same as a coded one of like name, and nobody can tell.</summary>
    public required bool IsWordsOnly { get; init; }

    /// <summary>The results, oldest first; those without a date last.</summary>
    public required IReadOnlyList<ResultPoint> Points { get; init; }

    /// <summary>The newest result that has a date, else the last there is.</summary>
    public ResultPoint Latest =>
        Points.LastOrDefault(point => point.When?.Earliest is not null) ?? Points[^1];

    /// <summary>Whether any result is flagged.</summary>
    public bool HasAbnormal => Points.Any(point => point.Flag is { IsAbnormal: true });

    /// <summary>The test and its unit.</summary>
    public string Title => Unit is null ? Name : $"{Name}, {Unit}";

    /// <summary>The series of a chart, by kind and name.</summary>
    public static IReadOnlyList<ResultSeries> Of(
        RecordSection<Observation> section,
        IReadOnlyList<Observation> results
    )
    {
        var rows = RecordMerge.Merge(section, results);
        var units = rows.ToLookup(row => Test(row.Lead), row => UnitOf(row.Lead));
        return
        [
            .. rows.GroupBy(row => (Test: Test(row.Lead), Unit: Belonging(row.Lead)))
                .Select(group => From(group.Key.Test, group.Key.Unit, [.. group]))
                .OrderBy(series => series.Kind, StringComparer.OrdinalIgnoreCase)
                .ThenBy(series => series.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(series => series.Unit, StringComparer.Ordinal),
        ];

        // Words have no unit: they stand with the test's only one. A number without its unit does not.
        string? Belonging(Observation result) =>
            result.Value is not ObservationValue.Measured
            && units[Test(result)].OfType<string>().Distinct().ToList() is [var only]
                ? only
                : UnitOf(result);
    }

    private static ResultSeries From(
        string test,
        string? unit,
        IReadOnlyList<MergedRecord<Observation>> rows
    )
    {
        var newest = rows[0].Lead;
        var name = newest.Code?.Display ?? "Not named by the source";
        var standard = newest
            .Code?.Codings.FirstOrDefault(coding => coding.System == CodeSystems.Loinc)
            ?.Display;
        return new ResultSeries
        {
            Key = $"{test}|{unit}",
            Name = name,
            StandardName =
                standard is null
                || string.Equals(standard, name, StringComparison.OrdinalIgnoreCase)
                    ? null
                    : standard,
            Unit = unit,
            IsWordsOnly = newest.Code is null or { Codings: [] },
            Kind = RecordWords.Concepts(newest.Categories) ?? "Kind not recorded",
            Points =
            [
                .. rows.Select(row => new ResultPoint(row))
                    .OrderBy(point => point.When?.Earliest is null)
                    .ThenBy(point => point.When?.Earliest)
                    .ThenBy(point => point.Record.Id, StringComparer.Ordinal),
            ],
        };
    }

    private static string Test(Observation result) =>
        SubjectKey.FineCode(result.Code)
        ?? SubjectKey.CoarseCodes(result.Code).FirstOrDefault()
        ?? (SubjectKey.Words(result.Code) is { } words ? $"words|{words}" : $"record|{result.Id}");

    private static string? UnitOf(Observation result) =>
        (result.Value as ObservationValue.Measured)?.Quantity.Unit?.Display;
}
