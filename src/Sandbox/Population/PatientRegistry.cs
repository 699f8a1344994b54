namespace HeiChartViewer.Sandbox.Population;

/// <summary>
/// Which platform patient id every person goes by today. The id is not stable: an event may retire
/// it, and the record goes on under a new one (contract 8.7).
/// </summary>
internal sealed class PatientRegistry
{
    private readonly TenantPopulation _population;
    private readonly ILookup<(string PartitionId, string PersonId), Person> _bySource;
    private readonly int _seed;
    private readonly Lock _gate = new();
    private volatile Identities _identities;

    public PatientRegistry(TenantPopulation population, int seed)
    {
        (_population, _seed) = (population, seed);
        _bySource = population
            .People.SelectMany(person => person.Sources.Select(source => (person, source)))
            .ToLookup(x => (x.source.Partition.Id, x.source.PersonId), x => x.person);
        _identities = Identities.First(population.People);
    }

    public IReadOnlyList<DataPartition> DataPartitions => _population.DataPartitions;

    public IReadOnlyList<Person> All => _population.People;

    public Person? Find(string patientId) => _identities.ById.GetValueOrDefault(patientId);

    public string IdOf(Person person) => _identities.ByPerson[person];

    /// <summary>The people behind a local id: none, one, or in a muddled partition several.</summary>
    public IEnumerable<Person> People(string partitionId, string personId) =>
        _bySource[(partitionId, personId)];

    /// <summary>The patient ids behind a local id.</summary>
    public IEnumerable<string> Resolve(string partitionId, string personId) =>
        People(partitionId, personId).Select(IdOf);

    /// <summary>Retires a patient id; null when nobody goes by it.</summary>
    public string? Retire(string patientId)
    {
        lock (_gate)
        {
            if (Find(patientId) is not { } person)
                return null;
            var next = new SeededIds(_seed, person.Key).Uuid("patient-after", patientId);
            _identities = _identities.With(person, next);
            return next;
        }
    }

    /// <summary>Gives everybody the first id back.</summary>
    public void Reset()
    {
        lock (_gate)
            _identities = Identities.First(_population.People);
    }

    private sealed record Identities(
        Dictionary<string, Person> ById,
        Dictionary<Person, string> ByPerson
    )
    {
        public static Identities First(IReadOnlyList<Person> people) =>
            Of(people.ToDictionary(person => person, person => person.PatientId));

        public Identities With(Person person, string patientId) =>
            Of(new Dictionary<Person, string>(ByPerson) { [person] = patientId });

        private static Identities Of(Dictionary<Person, string> byPerson) =>
            new(
                byPerson.ToDictionary(x => x.Value, x => x.Key, StringComparer.OrdinalIgnoreCase),
                byPerson
            );
    }
}
