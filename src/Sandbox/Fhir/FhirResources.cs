using HeiChartViewer.Sandbox.Control;
using HeiChartViewer.Sandbox.Ehr;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Smart;

namespace HeiChartViewer.Sandbox.Fhir;

/// <summary>The resources; a patient's FHIR id is the Millennium person id (contract 9, mechanism 3).</summary>
internal sealed class FhirResources(PatientRegistry patients, SmartAddresses addresses)
{
    public object Patient(WorklistRow row)
    {
        var source = row.Source;
        var name = patients.People(source.Partition.Id, source.PersonId).FirstOrDefault()?.Name;
        return new
        {
            resourceType = "Patient",
            id = source.PersonId,
            identifier = new[]
            {
                new
                {
                    use = "usual",
                    type = new
                    {
                        coding = new[]
                        {
                            new
                            {
                                system = "http://terminology.hl7.org/CodeSystem/v2-0203",
                                code = "MR",
                            },
                        },
                        text = "MRN",
                    },
                    system = SystemOf(source.Partition),
                    value = source.Mrn,
                },
            },
            active = true,
            name = new[]
            {
                new
                {
                    use = "official",
                    text = row.DisplayName,
                    family = name is { Family.Count: > 0 } ? string.Join(' ', name.Family) : null,
                    given = name is { Given.Count: > 0 } ? name.Given : null,
                },
            },
            gender = row.Sex.ToString().ToLowerInvariant(),
            birthDate = RecordDates.Day(row.Born),
            deceasedDateTime = row.Died is { } died ? RecordDates.Day(died) : null,
        };
    }

    /// <summary>The system of a source's record numbers; an OID is a URN in FHIR.</summary>
    public static string SystemOf(DataPartition partition) =>
        char.IsAsciiDigit(partition.AliasSystem.FirstOrDefault())
            ? $"urn:oid:{partition.AliasSystem}"
            : partition.AliasSystem;

    public static object Practitioner(Clinician clinician) =>
        new
        {
            resourceType = "Practitioner",
            id = clinician.Id,
            active = true,
            name = new[]
            {
                new
                {
                    use = "official",
                    text = clinician.Name,
                    family = clinician.Family,
                    given = new[] { clinician.Given },
                },
            },
            qualification = new[] { new { code = new { text = clinician.Role } } },
        };

    public static object Encounter(WorklistRow row) =>
        new
        {
            resourceType = "Encounter",
            id = EhrEncounter.Of(row.Source),
            status = "in-progress",
            @class = new
            {
                system = "http://terminology.hl7.org/CodeSystem/v3-ActCode",
                code = "IMP",
                display = "inpatient encounter",
            },
            subject = new
            {
                reference = $"Patient/{row.Source.PersonId}",
                display = row.DisplayName,
            },
            location = new[] { new { location = new { display = row.Location } } },
        };

    public static object Bundle(IReadOnlyList<object> resources) =>
        new
        {
            resourceType = "Bundle",
            type = "searchset",
            total = resources.Count,
            entry = resources.Count == 0
                ? null
                : resources.Select(resource => new { resource, search = new { mode = "match" } }),
        };

    public object CapabilityStatement() =>
        new
        {
            resourceType = "CapabilityStatement",
            status = "active",
            date = "2026-11-23",
            kind = "instance",
            fhirVersion = "4.0.1",
            format = new[] { "application/fhir+json" },
            implementation = new
            {
                description = "Demo EHR. SYNTHETIC DATA.",
                url = addresses.Fhir,
            },
            rest = new[]
            {
                new
                {
                    mode = "server",
                    security = new
                    {
                        cors = true,
                        service = new[]
                        {
                            new
                            {
                                coding = new[]
                                {
                                    new
                                    {
                                        system = "http://terminology.hl7.org/CodeSystem/restful-security-service",
                                        code = "SMART-on-FHIR",
                                    },
                                },
                            },
                        },
                        extension = new[]
                        {
                            new
                            {
                                url = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris",
                                extension = new[]
                                {
                                    new { url = "authorize", valueUri = addresses.Authorize },
                                    new { url = "token", valueUri = addresses.Token },
                                    new { url = "introspect", valueUri = addresses.Introspect },
                                    new { url = "revoke", valueUri = addresses.Revoke },
                                },
                            },
                        },
                    },
                    resource = new object[]
                    {
                        new
                        {
                            type = "Patient",
                            interaction = new[]
                            {
                                new { code = "read" },
                                new { code = "search-type" },
                            },
                            searchParam = new[] { new { name = "identifier", type = "token" } },
                        },
                        new
                        {
                            type = "Practitioner",
                            interaction = new[] { new { code = "read" } },
                        },
                        new { type = "Encounter", interaction = new[] { new { code = "read" } } },
                    },
                },
            },
        };
}
