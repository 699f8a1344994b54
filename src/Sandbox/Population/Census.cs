using System.Collections.Frozen;
using System.Globalization;
using HeiChartViewer.Sandbox.Population.Cases;
using HeiChartViewer.Sandbox.Population.Pathways;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>Grows the population from a seed: the named cases first, then as many others as asked for.</summary>
internal static class Census
{
    /// <summary>How many charts are kept written; a clinic's morning fits.</summary>
    private const int ChartsKept = 512;

    public static TenantPopulation Take(int seed, int count, DateOnly today)
    {
        var recent = new RecentCharts(ChartsKept);
        var people = NamedCases.All.Select(sketch => Settle(seed, sketch, today, recent)).ToList();
        for (var number = 1; people.Count < count; number++)
            people.Add(Settle(seed, Other(seed, number, today), today, recent));
        return new TenantPopulation(DataPartition.All, people) { Today = today };
    }

    private static PersonSketch Other(int seed, int number, DateOnly today)
    {
        var key = $"patient-{number.ToString("D3", CultureInfo.InvariantCulture)}";
        var random = new SeededRandom(seed, $"person/{key}");
        var pathway = Draw(random);
        var sex = pathway.Sex ?? (random.Chance(0.5) ? Sex.Female : Sex.Male);
        var age = random.Between(pathway.Ages.From, pathway.Ages.To);
        var born = today.AddYears(-age).AddDays(-random.Between(1, 364));
        var died = random.Chance(pathway.Lethality)
            ? today.AddDays(-random.Between(20, 700))
            : (DateOnly?)null;
        return new PersonSketch
        {
            Key = key,
            Title = pathway.Title,
            What = pathway.What,
            Name = new PersonName(
                random.Pick(sex == Sex.Female ? Names.Female : Names.Male),
                random.Pick(Names.Family)
            ),
            Sex = sex,
            Born = born,
            Died = died,
            IsCase = false,
            SourceCount =
                new SeededRandom(seed, $"sources/{key}").Chance(0.15) ? 4
                : random.Chance(0.6) ? 3
                : 2,
            // Somebody mistyped it once.
            IsRenamed = sex == Sex.Female && new SeededRandom(seed, $"renamed/{key}").Chance(0.3),
            BornAccordingTo = random.Chance(0.04)
                ? new Dictionary<DataPartition, DateOnly>
                {
                    [DataPartition.Eastside] = born.AddYears(-1),
                }
                : null,
            Live = chart =>
            {
                chart.Smokes = pathway.Smokes;
                Background.Live(chart);
                pathway.Live(chart);
                if (pathway != HypertensionPathway.Pathway && age > 55 && chart.Random.Chance(0.35))
                    HypertensionPathway.Live(chart);
            },
        };
    }

    private static Pathway Draw(SeededRandom random)
    {
        var left = random.Between(1, AllPathways.List.Sum(pathway => pathway.Weight));
        foreach (var pathway in AllPathways.List)
            if ((left -= pathway.Weight) <= 0)
                return pathway;
        throw new InvalidOperationException("The weights of the pathways do not add up.");
    }

    private static Person Settle(int seed, PersonSketch sketch, DateOnly today, RecentCharts recent)
    {
        var random = new SeededRandom(seed, $"place/{sketch.Key}");
        return new Person(
            person => DemographicWriter.Write(seed, person),
            person =>
            {
                var builder = new ChartBuilder(seed, person)
                {
                    TextOnly = sketch.TextOnly,
                    Thorough = sketch.Thorough,
                };
                sketch.Live(builder);
                return builder.Build();
            },
            recent
        )
        {
            Key = sketch.Key,
            Title = sketch.Title,
            What = sketch.What,
            PatientId = sketch.PatientId ?? new SeededIds(seed, sketch.Key).Uuid("patient", "1"),
            Name = sketch.Name,
            Sex = sketch.Sex,
            Born = sketch.DaysOld is { } days ? today.AddDays(-days) : sketch.Born,
            Died = sketch.Died,
            Sources = Sources(seed, sketch),
            IsCase = sketch.IsCase,
            Location = sketch.Died is not null
                ? "Medical records"
                : $"{random.Pick(Wards)} {random.Between(1, 40).ToString(CultureInfo.InvariantCulture)}",
            Sentinel = sketch.Sentinel,
            Wording = sketch.Wording,
            Today = today,
            IsRenamed = sketch.IsRenamed,
            BornAccordingTo = (sketch.BornAccordingTo ?? Agreed<DateOnly>()).ToFrozenDictionary(),
            SexAccordingTo = (sketch.SexAccordingTo ?? Agreed<Sex>()).ToFrozenDictionary(),
        };
    }

    private static Dictionary<DataPartition, T> Agreed<T>() => [];

    private static readonly IReadOnlyList<string> Wards =
    [
        "Medical ward, bed",
        "Surgical ward, bed",
        "Emergency, bay",
        "Outpatients, room",
    ];

    private static List<SourcePerson> Sources(int seed, PersonSketch sketch)
    {
        // Every person has numbers of their own: a key never gives two people the same.
        var ids = new SeededIds(seed, sketch.Key);
        var sources = new List<SourcePerson>
        {
            new(
                DataPartition.StBrigid,
                sketch.PersonId ?? Digits(ids, "brigid", 7),
                sketch.Mrn ?? Digits(ids, "brigid-mrn", 10)
            ),
        };
        if (sketch.SourceCount > 1)
            sources.Add(
                new(
                    DataPartition.Eastside,
                    ids.Uuid("person", "eastside"),
                    Digits(ids, "eastside-mrn", 8)
                )
            );
        if (sketch.SourceCount > 2)
            sources.Add(
                new(
                    DataPartition.Northgate,
                    $"M{Digits(ids, "northgate", 9)}",
                    Digits(ids, "member", 11)
                )
            );
        if (sketch.SourceCount > 3)
            sources.Add(
                new(
                    DataPartition.Westlake,
                    ids.Uuid("person", "westlake"),
                    Digits(ids, "westlake-mrn", 8)
                )
            );
        return sources;
    }

    private static string Digits(SeededIds ids, string kind, int count)
    {
        var number = ulong.Parse(
            ids.Hex64("number", kind).AsSpan(0, 15),
            NumberStyles.HexNumber,
            CultureInfo.InvariantCulture
        );
        return (1 + number % 9).ToString(CultureInfo.InvariantCulture)
            + (number / 9).ToString(CultureInfo.InvariantCulture).PadLeft(count, '0')[
                ..(count - 1)
            ];
    }
}
