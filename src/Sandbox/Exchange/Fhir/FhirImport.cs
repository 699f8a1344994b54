using System.Globalization;
using System.Text.Json;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Records;

namespace HeiChartViewer.Sandbox.Exchange.Fhir;

/// <summary>Translates a folder of FHIR R4 resources, such as Synthea writes, into a population of one source.</summary>
internal sealed class FhirImport(FhirArchive archive)
{
    /// <summary>The source that everything comes from.</summary>
    private static readonly DataPartition Partition = new(
        new SeededIds(0, "fhir").Uuid("data-partition", "import"),
        "FHIR import",
        SourceKind.Hospital,
        "urn:fhir:import"
    );

    /// <summary>What other resources look up; they are no records themselves.</summary>
    private static readonly HashSet<string> LookedUp =
    [
        "Practitioner",
        "Organization",
        "Location",
        "Medication",
        "Binary",
    ];

    public ImportReport Report { get; } = new();

    public PopulationContent Run()
    {
        var byPatient = new Dictionary<string, List<FhirResource>>(StringComparer.Ordinal);
        foreach (var resource in archive.All)
        {
            Report.CountRead(resource);
            if (resource.Type == "Patient")
                byPatient[resource.Reference] = [];
        }
        foreach (var resource in archive.Doubles)
        {
            Report.CountRead(resource);
            Report.CountDouble(resource);
            if (!LookedUp.Contains(resource.Type))
                Report.CountLeftOut($"{resource.Type}: an earlier one has its id");
        }
        foreach (var resource in archive.All.Where(one => one.Type != "Patient"))
        {
            var subject = resource.Content.One("subject") ?? resource.Content.One("patient");
            if (archive.Find(subject?.Text("reference")) is { Type: "Patient" } patient)
                byPatient[patient.Reference].Add(resource);
            else if (!LookedUp.Contains(resource.Type))
                Report.CountLeftOut($"{resource.Type}: of no patient in the folder");
        }

        return new PopulationContent
        {
            Format = PopulationContent.CurrentFormat,
            DataPartitions =
            [
                new DataPartitionEntry
                {
                    Id = Partition.Id,
                    Name = Partition.Name,
                    AliasSystem = Partition.AliasSystem,
                },
            ],
            Patients =
            [
                .. byPatient
                    .Select(one => Patient(archive.Find(one.Key)!, one.Value))
                    .OfType<PatientEntry>(),
            ],
        };
    }

    private PatientEntry? Patient(FhirResource patient, List<FhirResource> resources)
    {
        var birth = Day(patient.Content.Text("birthDate"));
        if (birth is not { } born || archive.IsDisputed(patient))
        {
            Report.CountLeftOut(
                birth is null ? "Patient: no birth date" : "Patient: another has the same id"
            );
            foreach (var resource in resources)
                Report.CountLeftOut($"{resource.Type}: the patient was left out");
            return null;
        }
        var chart = new FhirChart(archive, Partition, patient.Id);
        var records = ChartLists.All.ToDictionary(
            list => list.Member,
            _ => new List<JsonElement>()
        );
        var demographic = FhirIdentity.Translate(patient, chart);
        records["demographics"]
            .Add(JsonSerializer.SerializeToElement(demographic, RecordJson.Default.Demographic));
        Report.CountImported("demographics", 1);
        foreach (var resource in resources)
            Translate(resource, chart, records);
        var entry = new PatientEntry
        {
            Key = $"fhir-{patient.Id}",
            Title = Partition.Name,
            PatientId = new SeededIds(0, "fhir").Uuid("patient", patient.Id),
            Name = new NameEntry
            {
                Given = demographic.Names is [var name, ..] ? name.GivenNames : [],
                Family = demographic.Names is [var same, ..] ? same.FamilyNames : [],
            },
            Sex = FhirIdentity.Sex(patient),
            Born = born,
            Died = Day(patient.Content.Text("deceasedDateTime")),
            Sources =
            [
                new SourceEntry
                {
                    DataPartitionId = Partition.Id,
                    PersonId = patient.Id,
                    Mrn = FhirIdentity.Mrn(patient),
                },
            ],
            Records = records.ToDictionary(
                list => list.Key,
                list => (IReadOnlyList<JsonElement>)list.Value
            ),
            Binaries = chart.Binaries,
        };
        Report.CountUnread(patient);
        return entry;
    }

    /// <summary>Makes records of a resource, or says why there is none.</summary>
    private void Translate(
        FhirResource resource,
        FhirChart chart,
        Dictionary<string, List<JsonElement>> records
    )
    {
        if (!FhirTranslation.ByType.TryGetValue(resource.Type, out var translation))
        {
            Report.CountLeftOut($"{resource.Type}: no record of this kind");
            return;
        }
        var list = records[translation.Kind];
        var before = list.Count;
        list.AddRange(translation.Translate(resource, chart));
        if (list.Count == before)
        {
            Report.CountLeftOut($"{resource.Type}: without {translation.Needed}");
            return;
        }
        Report.CountImported(translation.Kind, list.Count - before);
        Report.CountUnread(resource);
    }

    /// <summary>The day the organizer shows; a vaguer date begins its month or year there, and stays vague in the record.</summary>
    private static DateOnly? Day(string? date) =>
        date is not null
        && DateOnly.TryParseExact(
            date.Length > 10 ? date[..10] : date,
            (string[])["yyyy-MM-dd", "yyyy-MM", "yyyy"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}
