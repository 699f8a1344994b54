using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
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
                byPatient.TryAdd(resource.Reference, []);
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
        if (Day(patient.Content.Text("birthDate")) is not { } born)
        {
            Report.CountLeftOut("Patient: no birth date");
            foreach (var resource in resources)
                Report.CountLeftOut($"{resource.Type}: the patient was left out");
            return null;
        }
        var chart = new FhirChart(archive, Partition, patient.Id, Report);
        var records = RecordLists.All.ToDictionary(list => list.Name, _ => new List<JsonElement>());
        var demographic = FhirIdentity.Translate(patient, chart);
        Keep(records, "demographics", demographic, RecordJson.Default.Demographic);
        foreach (var resource in resources)
            if (Translate(resource, chart, records))
                Report.CountUnread(resource);
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

    /// <summary>Whether the resource became a record.</summary>
    private bool Translate(
        FhirResource resource,
        FhirChart chart,
        Dictionary<string, List<JsonElement>> records
    )
    {
        var json = RecordJson.Default;
        return resource.Type switch
        {
            "Encounter" => Keep(
                records,
                "encounters",
                FhirHistory.Encounter(resource, chart),
                json.Encounter
            ),
            "Condition" => Keep(
                records,
                "conditions",
                FhirHistory.Condition(resource, chart),
                json.Condition
            ) || Without("code"),
            "AllergyIntolerance" => Keep(
                records,
                "allergies",
                FhirHistory.Allergy(resource, chart),
                json.Allergy
            ) || Without("code"),
            "Procedure" => Keep(
                records,
                "procedures",
                FhirHistory.Procedure(resource, chart),
                json.Procedure
            ) || Without("code"),
            "Immunization" => Keep(
                records,
                "immunizations",
                FhirHistory.Immunization(resource, chart),
                json.Immunization
            ) || Without("vaccineCode"),
            "MedicationRequest" => Keep(
                records,
                "medications",
                FhirMedication.Translate(resource, chart),
                json.Medication
            ) || Without("medication"),
            "Observation" => Results() || Without("code"),
            "DocumentReference" => Keep(
                records,
                "documentReferences",
                FhirDocuments.Document(resource, chart),
                json.DocumentReference
            ) || Without("content"),
            "DiagnosticReport" => Keep(
                records,
                "documentReferences",
                FhirDocuments.Report(resource, chart),
                json.DocumentReference
            ) || Without("text; its results are observations"),
            _ => LeaveOut("no record of this kind"),
        };

        bool Results()
        {
            Observation[] results = [.. FhirObservations.Translate(resource, chart)];
            foreach (var result in results)
                Keep(records, "observations", result, json.Observation);
            return results.Length > 0;
        }

        bool Without(string what) => LeaveOut($"without {what}");

        bool LeaveOut(string why)
        {
            Report.CountLeftOut($"{resource.Type}: {why}");
            return false;
        }
    }

    private bool Keep<T>(
        Dictionary<string, List<JsonElement>> records,
        string kind,
        T? record,
        JsonTypeInfo<T> json
    )
        where T : class
    {
        if (record is null)
            return false;
        records[kind].Add(JsonSerializer.SerializeToElement(record, json));
        Report.CountImported(kind);
        return true;
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
