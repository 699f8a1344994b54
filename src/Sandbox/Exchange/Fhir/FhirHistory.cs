using HeiChartViewer.Sandbox.Records;

namespace HeiChartViewer.Sandbox.Exchange.Fhir;

/// <summary>Encounter, Condition, AllergyIntolerance, Procedure and Immunization.</summary>
internal static class FhirHistory
{
    private const string Hl7 = "http://hl7.org/fhir/";

    public static Encounter Encounter(FhirResource resource, FhirChart chart)
    {
        var encounter = resource.Content;
        var place = encounter.One("location")?.One("location");
        var facility = chart.NameOf(encounter.One("serviceProvider"));
        var unit = chart.NameOf(place);
        return new Encounter
        {
            Id = chart.Uuid(resource.Reference),
            SourceIdentifier = chart.Source(resource),
            Status = FhirValues.Code(encounter.Text("status"), $"{Hl7}encounter-status"),
            Classification = FhirValues.ConceptOfCoding(encounter.One("class")),
            Type = FhirValues.Concept(encounter.One("type")),
            Start = encounter.One("period")?.Text("start"),
            End = encounter.One("period")?.Text("end"),
            Location = (facility ?? unit) is { } name
                ? new EncounterLocation
                {
                    Facility = name,
                    Unit = facility is null || unit == facility ? null : unit,
                }
                : null,
            Providers = FhirValues.ListOrNone(
                encounter.Each("participant").Select(one => chart.Person(one.One("individual")))
            ),
            Reasons = FhirValues.Concepts(encounter.Each("reasonCode")),
            DischargeDisposition = FhirValues.Concept(
                encounter.One("hospitalization")?.One("dischargeDisposition")
            ),
        };
    }

    public static Condition? Condition(FhirResource resource, FhirChart chart)
    {
        var condition = resource.Content;
        return FhirValues.Concept(condition.One("code")) is not { } code
            ? null
            : new Condition
            {
                Id = chart.LongId(resource.Reference),
                SourceIdentifier = chart.Source(resource),
                AssertedOn = condition.Text("recordedDate"),
                Classification = FhirValues.Concept(condition.One("category")),
                Code = code,
                Status = Worded(condition.One("clinicalStatus")),
                VerificationStatus = Worded(condition.One("verificationStatus")),
                Onset =
                    condition.Text("onsetDateTime") ?? condition.One("onsetPeriod")?.Text("start"),
                ResolvedOn =
                    condition.Text("abatementDateTime")
                    ?? condition.One("abatementPeriod")?.Text("end"),
                Asserter = chart.Person(condition.One("asserter") ?? condition.One("recorder")),
                Encounter = chart.Encounter(condition.One("encounter")),
                Notes = FhirValues.Notes(condition),
            };
    }

    public static Allergy? Allergy(FhirResource resource, FhirChart chart)
    {
        var allergy = resource.Content;
        return FhirValues.Concept(allergy.One("code")) is not { } code
            ? null
            : new Allergy
            {
                Id = chart.Uuid(resource.Reference),
                SourceIdentifier = chart.Source(resource),
                AssertedOn = allergy.Text("recordedDate"),
                // What was never true has no clinical status.
                Status =
                    Worded(allergy.One("clinicalStatus"))
                    ?? Worded(allergy.One("verificationStatus")),
                Type = FhirValues.Code(allergy.Text("type"), $"{Hl7}allergy-intolerance-type"),
                Category = FhirValues.Code(
                    allergy.Text("category"),
                    $"{Hl7}allergy-intolerance-category"
                ),
                Code = code,
                Criticality = FhirValues.Code(
                    allergy.Text("criticality"),
                    $"{Hl7}allergy-intolerance-criticality"
                ),
                Asserter = chart.Person(allergy.One("asserter") ?? allergy.One("recorder")),
                Encounter = chart.Encounter(allergy.One("encounter")),
                Notes = FhirValues.Notes(allergy),
                Reactions = FhirValues.ListOrNone(allergy.Each("reaction").SelectMany(Reactions)),
            };
    }

    public static Procedure? Procedure(FhirResource resource, FhirChart chart)
    {
        var procedure = resource.Content;
        var period = procedure.One("performedPeriod");
        return FhirValues.Concept(procedure.One("code")) is not { } code
            ? null
            : new Procedure
            {
                Id = chart.HexId(resource.Reference),
                SourceIdentifier = chart.Source(resource),
                Code = code,
                Status = FhirValues.Code(procedure.Text("status"), $"{Hl7}event-status"),
                Start = period?.Text("start") ?? procedure.Text("performedDateTime"),
                End = period?.Text("end") ?? procedure.Text("performedDateTime"),
                Performers = FhirValues.ListOrNone(
                    procedure.Each("performer").Select(one => chart.Person(one.One("actor")))
                ),
                Encounter = chart.Encounter(procedure.One("encounter")),
            };
    }

    public static Immunization? Immunization(FhirResource resource, FhirChart chart)
    {
        var given = resource.Content;
        return FhirValues.Concept(given.One("vaccineCode")) is not { } code
            ? null
            : new Immunization
            {
                Id = chart.LongId(resource.Reference),
                SourceIdentifier = chart.Source(resource),
                Code = code,
                Status = FhirValues.Code(given.Text("status"), $"{Hl7}event-status"),
                OccurredOn = given.Text("occurrenceDateTime") ?? given.Text("occurrenceString"),
                NotGivenReasons = FhirValues.Concepts(given.Each("statusReason")),
                Site = FhirValues.Concept(given.One("site")),
                Route = FhirValues.Concept(given.One("route")),
                Dose = FhirValues.Quantity(given.One("doseQuantity")),
                LotNumber = given.Text("lotNumber"),
                Manufacturer = chart.NameOf(given.One("manufacturer")),
                Performers = FhirValues.ListOrNone(
                    given.Each("performer").Select(one => chart.Person(one.One("actor")))
                ),
                Encounter = chart.Encounter(given.One("encounter")),
            };
    }

    private static IEnumerable<Reaction?> Reactions(FhirElement reaction)
    {
        var severity = FhirValues.Code(reaction.Text("severity"), $"{Hl7}reaction-event-severity");
        return reaction
            .Each("manifestation")
            .Select(FhirValues.Concept)
            .Select(what =>
                what is null ? null : new Reaction { Manifestation = what, Severity = severity }
            );
    }

    /// <summary>A status that came as a bare code still needs a word for people.</summary>
    private static CodeableConcept? Worded(FhirElement? status) =>
        FhirValues.Concept(status) is not { } concept ? null
        : concept is { Text: null, Codings: [var coding, ..] }
            ? Population.Concepts.Status(coding.System, coding.Code)
        : concept;
}
