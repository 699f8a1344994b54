using HeiChartViewer.Sandbox.Records;

namespace HeiChartViewer.Sandbox.Exchange.Fhir;

/// <summary>MedicationRequest: an order, a plan or a proposal.</summary>
internal static class FhirMedication
{
    private const string Hl7 = "http://hl7.org/fhir/CodeSystem/";

    public static Medication? Translate(FhirResource resource, FhirChart chart)
    {
        var request = resource.Content;
        var code =
            FhirValues.Concept(request.One("medicationCodeableConcept"))
            ?? FhirValues.Concept(
                Contained(request, request.One("medicationReference"))
                    ?? chart.Find(request.One("medicationReference"))?.Content.One("code")
            );
        if (code is null)
            return null;
        var dosage = request.One("dosageInstruction");
        var supply = request.One("dispenseRequest");
        return new Medication
        {
            Id = chart.HexId(resource.Reference),
            SourceIdentifier = chart.Source(resource),
            Code = code,
            Status = FhirValues.Code(request.Text("status"), $"{Hl7}medicationrequest-status"),
            Category =
                FhirValues.Concept(request.One("category"))
                ?? FhirValues.Code(request.Text("intent"), $"{Hl7}medicationrequest-intent"),
            Dose = FhirValues.Quantity(dosage?.One("doseAndRate")?.One("doseQuantity")),
            Route = FhirValues.Concept(dosage?.One("route")),
            Frequency = Frequency(dosage?.One("timing")),
            AsNeeded = dosage?.Text("asNeededBoolean") is { } asNeeded ? asNeeded == "true" : null,
            AdditionalInstructions = dosage?.Text("text"),
            Start = request.Text("authoredOn"),
            End = supply?.One("validityPeriod")?.Text("end"),
            PrescribedOn = request.Text("authoredOn"),
            Prescriber = chart.Person(request.One("requester")),
            Encounter = chart.Encounter(request.One("encounter")),
            Refills = supply?.Text("numberOfRepeatsAllowed"),
            Quantity = FhirValues.Quantity(supply?.One("quantity")),
            Notes = FhirValues.Notes(request),
        };
    }

    private static FhirElement? Contained(FhirElement request, FhirElement? reference) =>
        reference?.Text("reference") is ['#', .. var id]
            ? request.Each("contained").FirstOrDefault(one => one.Text("id") == id)?.One("code")
            : null;

    /// <summary>How often: the words there are, or the numbers of the timing put into words.</summary>
    private static CodeableConcept? Frequency(FhirElement? timing)
    {
        if (FhirValues.Concept(timing?.One("code")) is { } coded)
            return coded;
        if (timing?.One("repeat") is not { } repeat || repeat.Text("period") is not { } period)
            return null;
        var times = repeat.Text("frequency") ?? "1";
        return new CodeableConcept
        {
            Text =
                $"{times} time{(times == "1" ? "" : "s")} every {period} {repeat.Text("periodUnit")}".TrimEnd(),
        };
    }
}
