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
        var married = person.Born.AddYears(24) < person.Today && random.Chance(0.6);

        var recorded = new Recorded(seed, person);

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
                        Names =
                        [
                            NameIn(person, claims, claims && married ? recorded.Maiden : null),
                        ],
                        BirthDate = RecordDates.Day(
                            person.BornAccordingTo.GetValueOrDefault(source.Partition, person.Born)
                        ),
                        BirthSex = person
                            .SexAccordingTo.GetValueOrDefault(source.Partition, person.Sex)
                            .ToString(),
                        MaritalStatus =
                            claims ? null
                            : index > 0 && random.Chance(0.2) ? Say(person, "Divorced")
                            : Say(person, married ? "Married" : "Single"),
                        Races = claims ? null : [Told(person, race)],
                        Ethnicities = claims
                            ? null
                            : [Told(person, hispanic ? Hispanic : NotHispanic)],
                        Languages = claims ? null : [Told(person, hispanic ? Spanish : English)],
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
                                    Value = Say(person, telephone),
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
                        Provenances = recorded.On(source.Partition) is { } day
                            ?
                            [
                                new Provenance
                                {
                                    RecordedOn = RecordDates.Instant(
                                        source.Partition,
                                        RecordDates.Local(day, 9, 5)
                                    ),
                                    Activity = Told(person, Updated),
                                },
                            ]
                            : null,
                    };
                }
            ),
        ];
    }

    private static readonly Term Hispanic = new(CodeSystems.Race, "2135-2", "Hispanic or Latino");
    private static readonly Term NotHispanic = new(
        CodeSystems.Race,
        "2186-5",
        "Not Hispanic or Latino"
    );
    private static readonly Term Spanish = new(CodeSystems.Language, "es", "Spanish");
    private static readonly Term English = new(CodeSystems.Language, "en", "English");
    private static readonly Term Updated = new(CodeSystems.DataOperation, "UPDATE", "Revise");

    private static readonly IReadOnlyList<Term> Races =
    [
        new(CodeSystems.Race, "2106-3", "White"),
        new(CodeSystems.Race, "2054-5", "Black or African American"),
        new(CodeSystems.Race, "2028-9", "Asian"),
        new(CodeSystems.Race, "2131-1", "Other Race"),
    ];

    // Payers print names in capitals.
    private static HumanName NameIn(Person person, bool capitals, string? maiden)
    {
        var name = maiden is null ? person.Name : person.Name with { Family = [maiden] };
        return new HumanName
        {
            Use = "OFFICIAL",
            GivenNames = [.. name.Given.Select(Written)],
            FamilyNames = [.. name.Family.Select(Written)],
            Prefix = name.Prefix is { } prefix ? Say(person, prefix) : null,
            Formatted = Written(name.Formatted),
        };

        string Written(string part) => Say(person, capitals ? part.ToUpperInvariant() : part);
    }

    private static Address Place(SeededRandom random, Person person)
    {
        var town = random.Pick(Names.Towns);
        var number = random.Between(10, 9900).ToString(CultureInfo.InvariantCulture);
        return new Address
        {
            Use = "HOME",
            Lines = [Say(person, $"{number} {random.Pick(Names.Streets)}")],
            City = Say(person, town.City),
            State = Say(person, town.State),
            PostalCode = Say(person, town.Zip),
            Country = Say(person, "USA"),
        };
    }

    private static CodeableConcept Told(Person person, Term term) =>
        Concepts.Of(term.System, term.Code, Say(person, term.Display));

    private static string Say(Person person, string text) => person.Wording?.Invoke(text) ?? text;

    /// <summary>
    /// When each source wrote down who somebody is: the hospital of late, clinics before that, the payer long ago, with
    /// the address and the name of then. Clinics do not always say.
    /// </summary>
    private sealed class Recorded
    {
        private readonly SeededRandom _random;
        private readonly DateOnly _last;
        private readonly int _days;

        public Recorded(int seed, Person person)
        {
            _random = new SeededRandom(seed, $"recorded/{person.Key}");
            _last = person.Died ?? person.Today;
            _days = _last.DayNumber - person.Born.DayNumber;
            var maiden = _random.Pick(Names.Family);
            Maiden = person.IsRenamed && !person.Name.Family.Contains(maiden) ? maiden : null;
        }

        public string? Maiden { get; }

        public DateOnly? On(DataPartition source) =>
            source.Kind switch
            {
                SourceKind.Hospital => Before(20, 300, 0.2),
                SourceKind.Clinic => _random.Chance(0.7) ? Before(310, 900, 0.5) : null,
                _ => Before(1000, 2500, 0.9),
            };

        /// <summary>Within some days, and within a share of the life for those who are younger.</summary>
        private DateOnly Before(int least, int most, double share) =>
            _last.AddDays(-Math.Min(_random.Between(least, most), (int)(_days * share)));
    }
}
