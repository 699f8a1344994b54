using System.Globalization;
using HeiChartViewer.Sandbox.Records;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>What each source knows of who a person is; they do not all know the same.</summary>
internal static class DemographicWriter
{
    public static IReadOnlyList<Demographic> Write(int seed, Person person)
    {
        var ids = new SeededIds(seed, person.Key);
        var random = new SeededRandom(seed, $"demographics/{person.Key}");
        var race = random.Pick(Races);
        var hispanic = random.Chance(0.2);
        var telephone =
            $"312-555-{random.Between(100, 199).ToString("D4", CultureInfo.InvariantCulture)}";
        var home = Place(random, person);
        var former = Place(random, person);
        var married = person.Born.AddYears(24) < RecordDates.Today && random.Chance(0.6);

        return
        [
            .. person.Sources.Select(
                (source, index) =>
                {
                    var claims = source.Partition.Kind == SourceKind.Claims;
                    return new Demographic
                    {
                        Id = ids.Hex64("demographic", source.Partition.Id),
                        SourceIdentifier = new SourceIdentifier
                        {
                            DataPartitionId = source.Partition.Id,
                            Id = source.PersonId,
                        },
                        Names = [NameIn(person, claims)],
                        BirthDate = RecordDates.Day(
                            person.BornAccordingTo.GetValueOrDefault(source.Partition, person.Born)
                        ),
                        BirthSex = person
                            .SexAccordingTo.GetValueOrDefault(source.Partition, person.Sex)
                            .ToString(),
                        MaritalStatus =
                            claims ? null
                            : index > 0 && random.Chance(0.2) ? "Divorced"
                            : married ? "Married"
                            : "Single",
                        Races = claims ? null : [Concepts.Of(race, person.Wording(race.Display))],
                        Ethnicities = claims
                            ? null
                            :
                            [
                                hispanic
                                    ? Concepts.Of(CodeSystems.Race, "2135-2", "Hispanic or Latino")
                                    : Concepts.Of(
                                        CodeSystems.Race,
                                        "2186-5",
                                        "Not Hispanic or Latino"
                                    ),
                            ],
                        Languages = claims
                            ? null
                            :
                            [
                                hispanic
                                    ? Concepts.Of(CodeSystems.Language, "es", "Spanish")
                                    : Concepts.Of(CodeSystems.Language, "en", "English"),
                            ],
                        Deceased = claims ? null : person.Died is not null,
                        DeathDate =
                            claims || person.Died is not { } died ? null : RecordDates.Day(died),
                        Addresses = [claims ? former : home],
                        Telecoms = claims
                            ? null
                            :
                            [
                                new Telecom
                                {
                                    System = "PHONE",
                                    Value = telephone,
                                    Use = "HOME",
                                },
                            ],
                        Aliases =
                        [
                            new Alias
                            {
                                System = source.Partition.AliasSystem,
                                Type = claims ? "MEMBER" : "MRN",
                                Value = source.Mrn,
                            },
                        ],
                    };
                }
            ),
        ];
    }

    private static readonly IReadOnlyList<Term> Races =
    [
        new(CodeSystems.Race, "2106-3", "White"),
        new(CodeSystems.Race, "2054-5", "Black or African American"),
        new(CodeSystems.Race, "2028-9", "Asian"),
        new(CodeSystems.Race, "2131-1", "Other Race"),
    ];

    // Payers print names in capitals.
    private static HumanName NameIn(Person person, bool capitals)
    {
        return new HumanName
        {
            Use = "OFFICIAL",
            GivenNames = [.. person.Name.Given.Select(Written)],
            FamilyNames = [.. person.Name.Family.Select(Written)],
            Prefix = person.Name.Prefix,
            Formatted = Written(person.Name.Formatted),
        };

        string Written(string part) => person.Wording(capitals ? part.ToUpperInvariant() : part);
    }

    private static Address Place(SeededRandom random, Person person)
    {
        var town = random.Pick(Names.Towns);
        var number = random.Between(10, 9900).ToString(CultureInfo.InvariantCulture);
        return new Address
        {
            Use = "HOME",
            Lines = [person.Wording($"{number} {random.Pick(Names.Streets)}")],
            City = town.City,
            State = town.State,
            PostalCode = town.Zip,
            Country = "USA",
        };
    }
}
