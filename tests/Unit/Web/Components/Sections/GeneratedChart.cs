using System.Globalization;
using HealtheIntent.Client;

namespace HeiChartViewer.Tests.Unit.Web.Components.Sections;

/// <summary>Records as several sources send them: coded finely, coarsely, in systems of their own or not at all.</summary>
internal static class GeneratedChart
{
    public static readonly IReadOnlyList<string> Sources =
    [
        Sample.Partition,
        "east",
        "claims",
        "EAST",
    ];

    public static readonly IReadOnlyList<string> Visits = ["e1", "e2"];

    private static readonly IReadOnlyList<string?> Systems =
    [
        CodeSystems.Snomed,
        CodeSystems.Loinc,
        CodeSystems.RxNorm,
        CodeSystems.Cvx,
        CodeSystems.Icd10Cm,
        "urn:local",
        null,
    ];

    /// <summary>So many records; the same for the same seed.</summary>
    public static IReadOnlyList<RecordSeed> Of(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Any(random, i))];
    }

    private static RecordSeed Any(Random random, int i) =>
        new(
            i.ToString("000", CultureInfo.InvariantCulture),
            Pick(random, "Words", "WORDS", "words ") + $" {random.Next(6)}",
            Sources[random.Next(Sources.Count)],
            Pick(random, null, "active", "final", "completed", "entered-in-error"),
            Pick(
                random,
                null,
                "no date",
                "2025",
                "2025-03",
                "2025-03-01",
                "2025-03-02T07:00:00Z",
                "2025-03-02T01:00:00-06:00"
            ),
            Pick(random, [null, .. Visits]),
            [
                .. Systems
                    .Where(_ => random.Next(6) == 0)
                    .Select(system => new Coding(system, $"code-{random.Next(4)}", null)),
            ]
        );

    private static string? Pick(Random random, params IReadOnlyList<string?> choices) =>
        choices[random.Next(choices.Count)];
}
