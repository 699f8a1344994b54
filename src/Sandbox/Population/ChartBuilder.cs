using HeiChartViewer.Sandbox.Records;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>
/// Writes the records of one life. A pathway says what happens; this says what each source records of
/// it, in its own habits. One part per kind of record.
/// </summary>
internal sealed partial class ChartBuilder
{
    private readonly SeededIds _ids;
    private readonly int _seed;
    private readonly Dictionary<string, int> _counts = [];

    public ChartBuilder(int seed, Person person)
    {
        (Person, _seed) = (person, seed);
        _ids = new SeededIds(seed, person.Key);
        Random = new SeededRandom(seed, $"chart/{person.Key}");
        Body = new Physiology(Random, person.Sex, person.Born);
    }

    public Person Person { get; }

    public SeededRandom Random { get; }

    public Physiology Body { get; }

    /// <summary>The last day anything can happen.</summary>
    public DateOnly Horizon => Person.Died ?? Person.Today;

    /// <summary>The hospital the EHR belongs to.</summary>
    public DataPartition Hospital => Person.Sources[0].Partition;

    /// <summary>The clinics, or the hospital for who knows no other source.</summary>
    public DataPartition Clinic => Source(SourceKind.Clinic) ?? Hospital;

    public DataPartition? Claims => Source(SourceKind.Claims);

    /// <summary>Whether the sources of this person send words without codes.</summary>
    public bool TextOnly { get; init; }

    /// <summary>Whether every source records all it could.</summary>
    public bool Thorough { get; init; }

    /// <summary>What everybody writes of the patient's smoking, where the course of the life says it.</summary>
    public Term? Smokes { get; set; }

    /// <summary>Draws of their own: what they decide moves nothing that is drawn beside them.</summary>
    public SeededRandom Apart(string what) => new(_seed, $"{what}/{Person.Key}");

    public DateOnly Birthday(int age) => Person.Born.AddYears(age);

    /// <summary>Days at a distance of about <paramref name="every"/> days, up to the end.</summary>
    public IEnumerable<DateOnly> Days(DateOnly from, int every, DateOnly? until = null)
    {
        var last = until is { } end && end < Horizon ? end : Horizon;
        for (
            var day = from;
            day <= last;
            day = day.AddDays(Math.Max(1, every + Random.Between(-every / 8, every / 8)))
        )
            yield return Weekday(day) <= last ? Weekday(day) : last;
    }

    public Chart Build() =>
        new()
        {
            Demographics = RecordList.Of(
                Person.Demographics,
                RecordJson.Default.Demographic,
                x => x.Id,
                _ => null
            ),
            Allergies = RecordList.Of(
                Newest(_allergies, x => x.AssertedOn, x => x.Id),
                RecordJson.Default.Allergy,
                x => x.Id,
                x => x.Status,
                Person.Wording
            ),
            Conditions = RecordList.Of(
                Newest(_conditions, x => x.AssertedOn, x => x.Id),
                RecordJson.Default.Condition,
                x => x.Id,
                x => x.Status,
                Person.Wording
            ),
            Medications = RecordList.Of(
                Newest(_medications, x => x.Start ?? x.PrescribedOn, x => x.Id),
                RecordJson.Default.Medication,
                x => x.Id,
                x => x.Status,
                Person.Wording
            ),
            MedicationDispenses = RecordList.Of(
                Newest(_dispenses, x => x.DispensedOn, x => x.Id),
                RecordJson.Default.MedicationDispense,
                x => x.Id,
                x => x.Status,
                Person.Wording
            ),
            Immunizations = RecordList.Of(
                Newest(_immunizations, x => x.OccurredOn, x => x.Id),
                RecordJson.Default.Immunization,
                x => x.Id,
                x => x.Status,
                Person.Wording
            ),
            Procedures = RecordList.Of(
                Newest(_procedures, x => x.End, x => x.Id),
                RecordJson.Default.Procedure,
                x => x.Id,
                x => x.Status,
                Person.Wording
            ),
            Observations = RecordList.Of(
                Newest(_observations, x => x.EffectiveOn, x => x.Id),
                RecordJson.Default.Observation,
                x => x.Id,
                x => x.Status,
                Person.Wording
            ),
            Encounters = RecordList.Of(
                Newest(_encounters, x => x.Start, x => x.Id),
                RecordJson.Default.Encounter,
                x => x.Id,
                x => x.Status,
                Person.Wording
            ),
            DocumentReferences = RecordList.Of(
                Newest(_documents, x => x.CreatedOn, x => x.Id),
                RecordJson.Default.DocumentReference,
                x => x.Id,
                x => x.Status,
                Person.Wording
            ),
            Binaries = _binaries,
        };

    private static IEnumerable<T> Newest<T>(
        List<T> records,
        Func<T, string?> date,
        Func<T, string> id
    ) =>
        records
            .OrderByDescending(record => date(record) ?? "", StringComparer.Ordinal)
            .ThenBy(id, StringComparer.Ordinal);

    private static DateOnly Weekday(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };

    private DataPartition? Source(SourceKind kind) =>
        Person.Sources.FirstOrDefault(source => source.Partition.Kind == kind)?.Partition;

    /// <summary>One of the clinics of somebody who goes to several.</summary>
    private DataPartition AClinic() =>
        Person.Sources.LastOrDefault(source => source.Partition.Kind == SourceKind.Clinic)
            is { } last
        && last.Partition != Clinic
        && Random.Chance(0.3)
            ? last.Partition
            : Clinic;

    /// <summary>The other source that also knows of clinical matters, if there is one.</summary>
    private DataPartition? Other(DataPartition source) =>
        source.Kind == SourceKind.Hospital ? Source(SourceKind.Clinic) : Hospital;

    private string Next(string kind)
    {
        var count = _counts.GetValueOrDefault(kind) + 1;
        _counts[kind] = count;
        return count.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private SourceIdentifier From(DataPartition source, string kind, string name) =>
        new()
        {
            DataPartitionId = source.Id,
            Id =
                source.Kind == SourceKind.Clinic
                    ? _ids.Uuid($"source-{kind}", name)
                    : LocalCode($"{Person.Key}/{kind}/{name}"),
        };

    /// <summary>Whether another source recorded it too.</summary>
    private bool Sometimes(double probability) => Random.Chance(probability) || Thorough;

    /// <summary>A code as a source sends it: normalised, its own, or in words only.</summary>
    private CodeableConcept Coded(
        DataPartition source,
        Term term,
        int codeSet,
        string? text = null,
        Term? also = null
    )
    {
        var words = text ?? term.Display;
        if (TextOnly)
            return Concepts.Words(words);
        Coding[] normalised =
        [
            .. new[] { term, also }
                .OfType<Term>()
                .Select(code => new Coding
                {
                    System = code.System,
                    Code = code.Code,
                    Display = code.Display,
                }),
        ];
        if (source.Kind != SourceKind.Hospital)
            return Random.Chance(source.Kind == SourceKind.Clinic ? 0.03 : 0)
                ? Concepts.Words(words)
                : new CodeableConcept { Codings = normalised, Text = words };
        return new CodeableConcept
        {
            Codings = Random.Chance(0.03) ? null : normalised,
            SourceCodings =
            [
                new Coding
                {
                    System = CodeSystems.CodeSet(codeSet),
                    Code = LocalCode(term.Code),
                    Display = words,
                },
            ],
            Concepts =
                codeSet == ProblemCodeSet
                    ?
                    [
                        new OntologyConcept
                        {
                            ContextId = Concepts.Ontology,
                            Alias = string.Join(
                                '_',
                                term.Display.ToUpperInvariant()
                                    .Split(
                                        [' ', '-', ',', '(', ')'],
                                        StringSplitOptions.RemoveEmptyEntries
                                    )
                            ),
                        },
                    ]
                    : null,
            Text = words,
        };
    }

    /// <summary>A number the hospital made up for something; always the same one.</summary>
    private static string LocalCode(string name)
    {
        var hash = 2166136261u;
        foreach (var character in name)
            hash = (hash ^ character) * 16777619u;
        return (1_000_000 + hash % 900_000_000).ToString(
            System.Globalization.CultureInfo.InvariantCulture
        );
    }
}
