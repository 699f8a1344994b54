using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Records;

namespace HeiChartViewer.Sandbox.Exchange.Fhir;

/// <summary>Patient: who somebody is.</summary>
internal static class FhirIdentity
{
    private const string Core = "http://hl7.org/fhir/us/core/StructureDefinition/";

    public static Demographic Translate(FhirResource resource, FhirChart chart)
    {
        var patient = resource.Content;
        return new Demographic
        {
            Id = chart.HexId(resource.Reference),
            SourceIdentifier = chart.Source(resource),
            Names = [.. patient.Each("name").Select(Name)],
            BirthDate = patient.Text("birthDate"),
            BirthSex = BirthSex(patient),
            MaritalStatus = FhirValues.Concept(patient.One("maritalStatus"))?.Text,
            Races = Category(patient, "us-core-race"),
            Ethnicities = Category(patient, "us-core-ethnicity"),
            Languages = FhirValues.ListOrNone(
                patient.Each("communication").Select(one => FhirValues.Concept(one.One("language")))
            ),
            // What is not said is not known.
            Deceased =
                patient.Text("deceasedDateTime") is not null ? true
                : patient.Text("deceasedBoolean") is { } deceased ? deceased == "true"
                : null,
            DeathDate = patient.Text("deceasedDateTime"),
            Addresses = FhirValues.ListOrNone(patient.Each("address").Select(Address)),
            Telecoms = FhirValues.ListOrNone(patient.Each("telecom").Select(Telecom)),
            Aliases = FhirValues.ListOrNone(patient.Each("identifier").Select(Alias)),
        };
    }

    /// <summary>Whether two versions of a patient say the same of who it is.</summary>
    public static bool IsSame(FhirResource one, FhirResource other) =>
        Names(one).SequenceEqual(Names(other), StringComparer.Ordinal)
        && ((string[])["birthDate", "gender"]).All(member =>
            one.Content.Text(member) == other.Content.Text(member)
        );

    public static PractitionerName Practitioner(FhirElement name)
    {
        var person = Person(name);
        return new PractitionerName
        {
            Prefix = person.Prefix,
            Given = person.Given,
            Family = person.Family,
            Formatted = name.Text("text") ?? person.Formatted,
        };
    }

    public static Sex Sex(FhirResource patient) =>
        patient.Content.Text("gender") switch
        {
            "female" => Population.Sex.Female,
            "male" => Population.Sex.Male,
            _ => Population.Sex.Unknown,
        };

    /// <summary>The record number people know, where one is typed as such.</summary>
    public static string? Mrn(FhirResource patient) =>
        patient
            .Content.Each("identifier")
            .FirstOrDefault(identifier => TypeOf(identifier) == "MR")
            ?.Text("value");

    private static HumanName Name(FhirElement name)
    {
        var person = Person(name);
        return new HumanName
        {
            Use = name.Text("use")?.ToUpperInvariant(),
            GivenNames = person.Given,
            FamilyNames = person.Family,
            Prefix = person.Prefix,
            Formatted = name.Text("text") ?? person.Formatted,
        };
    }

    private static PersonName Person(FhirElement name)
    {
        var prefix = string.Join(' ', Words(name, "prefix"));
        return new PersonName([.. Words(name, "given")], [.. Words(name, "family")])
        {
            Prefix = prefix.Length == 0 ? null : prefix,
        };
    }

    private static IEnumerable<string?> Names(FhirResource patient) =>
        patient.Content.Each("name").Select(name => Name(name).Formatted);

    private static IEnumerable<string> Words(FhirElement name, string member) =>
        name.Each(member).Select(part => part.Value).OfType<string>();

    private static string? BirthSex(FhirElement patient) =>
        (Extension(patient, "us-core-birthsex")?.Text("valueCode") ?? patient.Text("gender")) switch
        {
            "F" or "female" => "Female",
            "M" or "male" => "Male",
            { } other => char.ToUpperInvariant(other[0]) + other[1..],
            null => null,
        };

    private static CodeableConcept[]? Category(FhirElement patient, string name)
    {
        if (Extension(patient, name) is not { } extension)
            return null;
        var parts = extension.Each("extension").ToLookup(part => part.Text("url"));
        CodeableConcept[] values =
        [
            .. parts["ombCategory"]
                .Concat(parts["detailed"])
                .Select(part => FhirValues.ConceptOfCoding(part.One("valueCoding")))
                .OfType<CodeableConcept>(),
        ];
        var text = parts["text"].Select(part => part.Text("valueString")).FirstOrDefault();
        return values is [var only] && text is not null ? [only with { Text = text }]
            : values.Length > 0 ? values
            : text is not null ? [new CodeableConcept { Text = text }]
            : null;
    }

    private static FhirElement? Extension(FhirElement patient, string name) =>
        patient.Each("extension").FirstOrDefault(one => one.Text("url") == Core + name);

    private static Address? Address(FhirElement address) =>
        new()
        {
            Use = address.Text("use")?.ToUpperInvariant(),
            Lines = FhirValues.ListOrNone(address.Each("line").Select(line => line.Value)),
            City = address.Text("city"),
            State = address.Text("state"),
            PostalCode = address.Text("postalCode"),
            Country = address.Text("country"),
        };

    private static Telecom? Telecom(FhirElement telecom) =>
        telecom.Text("value") is { } value
            ? new Telecom
            {
                System = (telecom.Text("system") ?? "other").ToUpperInvariant(),
                Value = value,
                Use = telecom.Text("use")?.ToUpperInvariant(),
            }
            : null;

    private static Alias? Alias(FhirElement identifier) =>
        identifier.Text("value") is { } value
            ? new Alias
            {
                System = FhirValues.System(identifier.Text("system") ?? "urn:unknown"),
                Type = TypeOf(identifier) is "MR" ? "MRN" : TypeOf(identifier),
                Value = value,
            }
            : null;

    private static string? TypeOf(FhirElement identifier) =>
        FhirValues.Concept(identifier.One("type")) is { } type
            ? type.Codings is [var coding, ..]
                ? coding.Code
                : type.Text
            : null;
}
