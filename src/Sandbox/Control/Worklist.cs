using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>The EHR's patients: the named cases first, then the others.</summary>
internal sealed class Worklist(PatientRegistry patients)
{
    /// <summary>A local person id that is well formed and stands for nobody.</summary>
    private const string NobodysPersonId = "998877";

    public IReadOnlyList<WorklistRow> Rows { get; } = MakeRows(patients);

    public WorklistRow? Find(string partitionId, string personId) =>
        Rows.FirstOrDefault(row =>
            row.Source.PersonId == personId && row.Source.Partition.Id == partitionId
        );

    public IReadOnlyList<CatalogueEntry> Catalogue() =>
        [
            .. Rows.Select(row =>
            {
                var ids = patients.Resolve(row.Source.Partition.Id, row.Source.PersonId).ToArray();
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
