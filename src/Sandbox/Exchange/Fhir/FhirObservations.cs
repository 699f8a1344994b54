using System.Globalization;
using HeiChartViewer.Sandbox.Records;

namespace HeiChartViewer.Sandbox.Exchange.Fhir;

/// <summary>Observation; each component of a panel becomes a result of its own.</summary>
internal static class FhirObservations
{
    private const string Hl7 = "http://hl7.org/fhir/";

    public static IEnumerable<Observation> Translate(FhirResource resource, FhirChart chart)
    {
        var observation = resource.Content;
        var components = observation.Each("component");
        if (components.Count == 0 || Value(observation) is not null)
            if (One(observation, resource, chart, resource.Reference) is { } whole)
                yield return whole;
        for (var i = 0; i < components.Count; i++)
            if (
                One(
                    components[i],
                    resource,
                    chart,
                    $"{resource.Reference}#{i.ToString(CultureInfo.InvariantCulture)}"
                ) is
                { } part
            )
                yield return part;
    }

    private static Observation? One(
        FhirElement measured,
        FhirResource resource,
        FhirChart chart,
        string name
    )
    {
        var observation = resource.Content;
        return FhirValues.Concept(measured.One("code")) is not { } code
            ? null
            : new Observation
            {
                Id = chart.Uuid(name),
                SourceIdentifier = chart.Source(resource),
                Code = code,
                Category = FhirValues.Concepts(observation.Each("category")),
                Status = FhirValues.Code(observation.Text("status"), $"{Hl7}observation-status"),
                EffectiveOn =
                    observation.Text("effectiveDateTime")
                    ?? observation.Text("effectiveInstant")
                    ?? observation.One("effectivePeriod")?.Text("start"),
                Value = Value(measured),
                Interpretation = FhirValues.Concept(measured.One("interpretation")),
                ReferenceRanges = FhirValues.ListOrNone(
                    measured.Each("referenceRange").Select(Range)
                ),
                Encounter = chart.Encounter(observation.One("encounter")),
                Notes = FhirValues.Notes(observation),
            };
    }

    private static ObservationValue? Value(FhirElement measured)
    {
        if (FhirValues.Quantity(measured.One("valueQuantity")) is { } quantity)
            return new ObservationValue { Type = "QUANTITY", Quantity = quantity };
        if (FhirValues.Concept(measured.One("valueCodeableConcept")) is { } concept)
            return new ObservationValue { Type = "CODEABLE_CONCEPT", CodeableConcept = concept };
        var text =
            measured.Text("valueString")
            ?? measured.Text("valueInteger")
            ?? measured.Text("valueBoolean")
            ?? measured.Text("valueDateTime")
            ?? measured.Text("valueTime")
            ?? FhirValues.Concept(measured.One("dataAbsentReason"))?.Text;
        return text is null ? null : new ObservationValue { Type = "TEXT", Text = text };
    }

    private static ReferenceRange? Range(FhirElement range) =>
        new()
        {
            Low = FhirValues.Quantity(range.One("low")),
            High = FhirValues.Quantity(range.One("high")),
            Text = range.Text("text"),
        };
}
