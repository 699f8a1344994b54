using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>The EHR's patients: the named cases first, then the others.</summary>
internal sealed class Worklist
{
    /// <summary>A local person id that is well formed and stands for nobody.</summary>
    public const string NobodysPersonId = "998877";

    private readonly PatientRegistry _patients;
    private readonly Dictionary<string, WorklistRow> _byKey;
    private readonly ILookup<string, WorklistRow> _byPersonId;

    public Worklist(PatientRegistry patients)
    {
        _patients = patients;
        Rows = MakeRows(patients);
        _byKey = Rows.ToDictionary(row => row.Key, StringComparer.Ordinal);
        _byPersonId = Rows.ToLookup(row => row.Source.PersonId, StringComparer.Ordinal);
    }

    public IReadOnlyList<WorklistRow> Rows { get; }

    /// <summary>The source that the EHR is: the hospital, or where the first patient of another population is from.</summary>
    public DataPartition Hospital =>
        Rows.Count > 0 ? Rows[0].Source.Partition
        : _patients.DataPartitions.Count > 0 ? _patients.DataPartitions[0]
        : DataPartition.StBrigid;

    public WorklistRow? Find(string key) => _byKey.GetValueOrDefault(key);

    public WorklistRow? Find(string partitionId, string personId) =>
        Of(personId).FirstOrDefault(row => row.Source.Partition.Id == partitionId);

    /// <summary>Everybody whom some source calls so.</summary>
    public IEnumerable<WorklistRow> Of(string personId) => _byPersonId[personId];

    /// <summary>The rows that a filter lets through, one page of them; there is no page after the last.</summary>
    public WorklistPage Page(string filter, int number = 1)
    {
        IReadOnlyList<WorklistRow> found =
            filter.Length == 0 ? Rows : [.. Rows.Where(row => row.IsAbout(filter))];
        var page = new WorklistPage
        {
            Filter = filter,
            Rows = [],
            Number = 1,
            Found = found.Count,
            Total = Rows.Count,
        };
        page = page with { Number = Math.Clamp(number, 1, page.Pages) };
        return page with { Rows = [.. found.Skip(page.First - 1).Take(WorklistPage.Size)] };
    }

    public IReadOnlyList<CatalogueEntry> Catalogue() =>
        [
            .. Rows.Select(row =>
            {
                var ids = _patients.Resolve(row.Source.Partition.Id, row.Source.PersonId).ToArray();
                return new CatalogueEntry
                {
                    Name = row.Key,
                    Title = row.Title,
                    PatientId = ids.Length == 1 ? ids[0] : null,
                    PatientIds = ids,
                    DataPartitionId = row.Source.Partition.Id,
                    PersonId = row.Source.PersonId,
                    DisplayName = row.DisplayName,
                    What = row.What,
                    Sentinel = row.Sentinel,
                };
            }),
        ];

    private static List<WorklistRow> MakeRows(PatientRegistry patients)
    {
        // A local id that several people share is one row.
        var rows = patients
            .All.DistinctBy(person => (person.Sources[0].Partition.Id, person.Sources[0].PersonId))
            .Select(person => new WorklistRow
            {
                Key = person.Key,
                Title = person.Title,
                What = person.What,
                Source = person.Sources[0],
                DisplayName = person.Name.Display,
                Sex = person.Sex,
                Born = person.Born,
                Died = person.Died,
                Location = person.Location,
                Sentinel = person.Sentinel,
                IsCase = person.IsCase,
            })
            .ToList();
        // A population of one's own need not know the hospital.
        if (!patients.DataPartitions.Contains(DataPartition.StBrigid))
            return rows;
        rows.Insert(
            rows.FindLastIndex(row => row.IsCase) + 1,
            new WorklistRow
            {
                Key = "no-match",
                Title = "Unknown to HealtheIntent",
                What =
                    "The EHR knows this person, HealtheIntent does not: say so, and show no chart.",
                Source = new SourcePerson(DataPartition.StBrigid, NobodysPersonId, "4489988770"),
                DisplayName = "NEWCOMER, Nora",
                Sex = Sex.Female,
                Born = new DateOnly(1990, 2, 3),
                Location = "Registration",
                IsCase = true,
            }
        );
        return rows;
    }
}
