using HeiChartViewer.Sandbox.Records;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>The statuses of each kind of record, in the words of HL7.</summary>
internal static class Statuses
{
    private const string Hl7 = "http://terminology.hl7.org/CodeSystem/";

    public static CodeableConcept Allergy(string code) =>
        Concepts.Status($"{Hl7}allergyintolerance-clinical", code);

    public static CodeableConcept Condition(string code) =>
        Concepts.Status($"{Hl7}condition-clinical", code);

    public static CodeableConcept Verification(string code) =>
        Concepts.Status($"{Hl7}condition-ver-status", code);

    public static CodeableConcept Medication(string code) =>
        Concepts.Status("http://hl7.org/fhir/CodeSystem/medicationrequest-status", code);

    public static CodeableConcept Dispense(string code) =>
        Concepts.Status($"{Hl7}medicationdispense-status", code);

    public static CodeableConcept Event(string code) =>
        Concepts.Status("http://hl7.org/fhir/event-status", code);

    public static CodeableConcept Observation(string code) =>
        Concepts.Status("http://hl7.org/fhir/observation-status", code);

    public static CodeableConcept Encounter(string code) =>
        Concepts.Status("http://hl7.org/fhir/encounter-status", code);

    public static CodeableConcept Document(string code) =>
        Concepts.Status("http://hl7.org/fhir/document-reference-status", code);
}
