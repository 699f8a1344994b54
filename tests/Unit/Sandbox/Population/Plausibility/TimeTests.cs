using System.Globalization;

namespace HeiChartViewer.Tests.Unit.Sandbox.Population.Plausibility;

/// <summary>What happens, and when.</summary>
[Collection(OnePopulation.Name)]
public sealed class TimeTests(PopulationSnapshot population)
{
    private const string Today = "2026-11-23";

    internal static readonly (string Plural, string[] Dates)[] Dated =
    [
        ("allergies", ["assertedOn"]),
        ("conditions", ["assertedOn", "onset", "resolvedOn"]),
        ("medications", ["start", "end", "prescribedOn"]),
        ("immunizations", ["occurredOn"]),
        ("procedures", ["start", "end"]),
        ("observations", ["effectiveOn"]),
        ("encounters", ["start", "end"]),
        ("document-references", ["createdOn"]),
        ("medication-dispenses", ["dispensedOn"]),
    ];

    [Fact]
    public void Nothing_happens_before_birth_after_death_or_tomorrow()
    {
        var impossible = new List<string>();
        foreach (var patient in population.Patients)
        foreach (var (plural, members) in Dated)
        foreach (var record in patient[plural])
        foreach (var member in members)
        {
            if (record.Text(member) is not { } date)
                continue;
            // A vaguer date may only be compared as far as it goes.
            var length = Math.Min(10, date.Length);
            var last = patient.Died ?? Today;
            // An evening of the last day is the next day in UTC.
            var latest = NextDay(last);
            if (
                string.CompareOrdinal(date[..length], patient.Born[..length]) < 0
                || string.CompareOrdinal(date[..length], latest[..length]) > 0
            )
                impossible.Add(
                    $"{patient.Name} {plural}.{member} {date} (born {patient.Born}, died {patient.Died})"
                );
        }
        Assert.Empty(impossible);
    }

    [Fact]
    public void Dates_come_in_every_precision()
    {
        var shapes = population
            .Patients.SelectMany(patient =>
                Dated.SelectMany(kind =>
                    patient[kind.Plural]
                        .SelectMany(record => kind.Dates.Select(member => record.Text(member)))
                )
            )
            .OfType<string>()
            .GroupBy(date =>
                date.Length switch
                {
                    4 => "year",
                    7 => "month",
                    10 => "day",
                    24 => "instant in UTC",
                    25 => "instant with offset",
                    _ => date,
                }
            )
            .Select(shape => shape.Key)
            .Order();
        Assert.Equal(["day", "instant in UTC", "instant with offset", "month", "year"], shapes);
    }

    private static string NextDay(string day) =>
        DateOnly
            .ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            .AddDays(1)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
