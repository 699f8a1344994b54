using System.Collections.Immutable;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>
/// Which platform patient id every person goes by today. The id is not stable: new source data may regroup
/// people, which retires ids (contract 8.7).
/// </summary>
internal sealed class PatientRegistry
{
    private readonly TenantPopulation _population;
    private readonly ILookup<(string PartitionId, string PersonId), Person> _bySource;
    private readonly Dictionary<string, PatientIdentity> _first;
    private readonly PatientIdentity[] _inOrder;
    private readonly int _seed;
    private readonly Lock _gate = new();
    private volatile Regrouping _regrouping = Regrouping.None;

    public PatientRegistry(TenantPopulation population, int seed)
    {
        (_population, _seed) = (population, seed);
        _bySource = population
            .People.SelectMany(person => person.Sources.Select(source => (person, source)))
            .ToLookup(x => (x.source.Partition.Id, x.source.PersonId), x => x.person);
        _inOrder = [.. population.People.Select(PatientIdentity.Whole)];
        _first = _inOrder.ToDictionary(identity => identity.Id, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<DataPartition> DataPartitions => _population.DataPartitions;

    /// <summary>The day that records are written up to.</summary>
    public DateOnly Horizon => _population.Today;

    public IReadOnlyList<Person> All => _population.People;

    /// <summary>Everybody who goes by an id today, in an order that events change only where they happen.</summary>
    public IEnumerable<PatientIdentity> Identities
    {
        get
        {
            var regrouping = _regrouping;
            return regrouping.Ids.IsEmpty
                ? _inOrder
                : _inOrder
                    .SelectMany(first => Today(first, regrouping))
                    .DistinctBy(identity => identity.Id);
        }
    }

    /// <summary>Whose records a patient id stands for today; null when it stands for nobody's, or no longer.</summary>
    public PatientIdentity? FindIdentity(string patientId) => Find(patientId, _regrouping);

    /// <summary>The people behind a local id: none, one, or in a muddled partition several.</summary>
    public IEnumerable<Person> People(string partitionId, string personId) =>
        _bySource[(partitionId, personId)];

    /// <summary>The patients behind a local id.</summary>
    public IEnumerable<PatientIdentity> Identify(string partitionId, string personId) =>
        Resolve(partitionId, personId).Select(FindIdentity).OfType<PatientIdentity>();

    /// <summary>The patient ids behind a local id.</summary>
    public IEnumerable<string> Resolve(string partitionId, string personId) =>
        People(partitionId, personId)
            .Select(person =>
                IdOf(
                    person,
                    person.Sources.First(source => source.Partition.Id == partitionId).Partition
                )
            )
            .Distinct();

    /// <summary>Retires a patient id, and gives the record another; null when nobody goes by it.</summary>
    public string? Retire(string patientId)
    {
        lock (_gate)
        {
            if (FindIdentity(patientId) is not { } identity)
                return null;
            var next = NextId(identity, "patient-after");
            _regrouping = _regrouping.With([patientId], identity with { Id = next });
            return next;
        }
    }

    /// <summary>Finds that two patients are one: the first id is retired, the second goes on with the records of both.</summary>
    /// <returns>Whether there were two.</returns>
    public bool Merge(string retiredId, string survivorId)
    {
        lock (_gate)
        {
            if (
                FindIdentity(retiredId) is not { } retired
                || FindIdentity(survivorId) is not { } survivor
                || retired == survivor
            )
                return false;
            _regrouping = _regrouping.With(
                [retiredId],
                survivor with
                {
                    Parts = [.. survivor.Parts, .. retired.Parts],
                }
            );
            return true;
        }
    }

    /// <summary>Finds that what one source says is about somebody else: the id is retired for two others.</summary>
    /// <returns>The id of what stays together and of what was split off; null when there is nothing to part.</returns>
    public (string Remaining, string SplitOff)? Split(string patientId, string partitionId)
    {
        lock (_gate)
        {
            if (FindIdentity(patientId) is not { } identity)
                return null;
            var off = identity
                .Parts.Where(part => part.Source.Partition.Id == partitionId)
                .ToImmutableArray();
            if (off.Length == 0 || off.Length == identity.Parts.Length)
                return null;
            var rest = new PatientIdentity(
                NextId(identity, "patient-rest"),
                identity.Parts.RemoveRange(off)
            );
            var splitOff = new PatientIdentity(NextId(identity, "patient-split"), off);
            _regrouping = _regrouping.With([patientId], rest, splitOff);
            return (rest.Id, splitOff.Id);
        }
    }

    /// <summary>Gives everybody the first id back.</summary>
    public void Reset()
    {
        lock (_gate)
            _regrouping = Regrouping.None;
    }

    private PatientIdentity? Find(string patientId, Regrouping regrouping) =>
        regrouping.Formed.GetValueOrDefault(patientId)
        ?? (regrouping.Retired.Contains(patientId) ? null : _first.GetValueOrDefault(patientId));

    /// <summary>What has become of somebody; an event that concerns one part of a person has renamed them all.</summary>
    private IEnumerable<PatientIdentity> Today(PatientIdentity first, Regrouping regrouping) =>
        first
            .Parts.Select(part =>
                regrouping.Ids.GetValueOrDefault((part.Person, part.Source.Partition.Id))
            )
            .Select(id => id is null ? first : Find(id, regrouping))
            .OfType<PatientIdentity>();

    private string IdOf(Person person, DataPartition partition) =>
        _regrouping.Ids.GetValueOrDefault((person, partition.Id)) ?? person.PatientId;

    private string NextId(PatientIdentity identity, string kind) =>
        new SeededIds(_seed, identity.Person.Key).Uuid(kind, identity.Id);

    /// <summary>What events have changed since the start.</summary>
    private sealed record Regrouping(
        ImmutableDictionary<string, PatientIdentity> Formed,
        ImmutableHashSet<string> Retired,
        ImmutableDictionary<(Person, string PartitionId), string> Ids
    )
    {
        public static readonly Regrouping None = new(
            ImmutableDictionary.Create<string, PatientIdentity>(StringComparer.OrdinalIgnoreCase),
            ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase),
            ImmutableDictionary<(Person, string), string>.Empty
        );

        public Regrouping With(string[] retired, params PatientIdentity[] formed) =>
            new(
                Formed
                    .RemoveRange(retired)
                    .SetItems(formed.Select(x => KeyValuePair.Create(x.Id, x))),
                Retired.Union(retired),
                Ids.SetItems(
                    formed.SelectMany(identity =>
                        identity.Parts.Select(part =>
                            KeyValuePair.Create(
                                (part.Person, part.Source.Partition.Id),
                                identity.Id
                            )
                        )
                    )
                )
            );
    }
}
