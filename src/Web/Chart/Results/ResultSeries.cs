using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Web.Chart.Results;

/// <summary>
/// The results of one test in one unit; each part of a result is a test of its own. Values in another unit are another series: no row and no line mixes units, and
/// nothing is converted (GTAB-027 to -030).
/// </summary>
public sealed record ResultSeries
{
    /// <summary>The test and the unit; no two series of a chart have the same.</summary>
    public required ResultTest Test { get; init; }

    /// <summary>The test, as the newest result names it.</summary>
    public required string Name { get; init; }

    /// <summary>The test's standard name, which tells specimen and method; null where it adds nothing.</summary>
    public required string? StandardName { get; init; }

    /// <summary>The unit of every value; null where none is stated.</summary>
    public string? Unit => Test.Unit;

    /// <summary>The kind of test: "Laboratory", "Vital Signs".</summary>
    public required string Kind { get; init; }

    /// <summary>Whether the test has no standard code: it may be the same as a coded one of like name, and nobody can tell.</summary>
    public required bool IsWordsOnly { get; init; }

    /// <summary>The results, oldest first; those without a date last.</summary>
    public required IReadOnlyList<ResultPoint> Points { get; init; }

    /// <summary>The newest result that has a date, else the last there is.</summary>
    public ResultPoint Latest => Points.LastOrDefault(point => point.IsDated) ?? Points[^1];

    /// <summary>The results that are numbers with a date, oldest first: those that can be compared and drawn.</summary>
    public IEnumerable<ResultPoint> Numbers =>
        Points.Where(point => point is { IsDated: true, Number: not null });

    /// <summary>Whether any result is flagged.</summary>
    public bool HasAbnormal => Points.Any(point => point.Flag is { IsAbnormal: true });

    /// <summary>The reference range that every result came with; null where they differ, or any came without.</summary>
    public string? SharedRange =>
        Points.Select(point => point.RangeWords).Distinct().Take(2).ToList() is [var only]
            ? only
            : null;

    /// <summary>The test and its unit.</summary>
    public string Title => Unit is null ? Name : $"{Name}, {Unit}";

    /// <summary>The series of a chart, by kind and name.</summary>
    public static IReadOnlyList<ResultSeries> Of(
        RecordSection<Observation> section,
        IReadOnlyList<Observation> results
    )
    {
        var rows = RecordMerge
            .Merge(section, results)
            .SelectMany(
                row => ResultPart.Of(row.Lead),
                (row, part) => new ResultPoint(row, part.Result)
            )
            .Select(point => (Point: point, Test: ResultTest.Of(point.Record)))
            .ToList();
        var units = rows.GroupBy(one => one.Test.Subject, one => one.Test.Unit)
            .ToDictionary(
                test => test.Key,
                test =>
                    test.OfType<string>().Distinct().Take(2).ToList() is [var only] ? only : null
            );
        return
        [
            .. rows.GroupBy(one => one.Test with { Unit = Belonging(one.Point.Record, one.Test) })
                .Select(group => From(group.Key, [.. group.Select(one => one.Point)]))
                .OrderBy(series => series.Kind, StringComparer.OrdinalIgnoreCase)
                .ThenBy(series => series.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(series => series.Unit, StringComparer.Ordinal),
        ];

        // Words have no unit: they stand with the test's only one. A number without its unit does not.
        string? Belonging(Observation result, ResultTest test) =>
            result.Value is ObservationValue.Measured
                ? test.Unit
                : units[test.Subject] ?? test.Unit;
    }

    private static ResultSeries From(ResultTest test, IReadOnlyList<ResultPoint> points)
    {
        var newest = points[0].Record;
        var name = newest.Code?.Display ?? Say("Not named by the source");
        var standard = newest
            .Code?.Codings.FirstOrDefault(coding => coding.System == CodeSystems.Loinc)
            ?.Display;
        return new ResultSeries
        {
            Test = test,
            Name = name,
            StandardName =
                standard is null
                || string.Equals(standard, name, StringComparison.OrdinalIgnoreCase)
                    ? null
                    : standard,
            IsWordsOnly = !SubjectKey.IsCoded(newest.Code),
            Kind = RecordWords.Concepts(newest.Categories) ?? Say("Kind not recorded"),
            Points =
            [
                .. points
                    .OrderBy(point => !point.IsDated)
                    .ThenBy(point => point.When?.Earliest)
                    .ThenBy(point => point.Record.Id, StringComparer.Ordinal),
            ],
        };
    }
}
