using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Sections;

/// <content>The kinds of record: each comes back equal, with everything but what is its own shared.</content>
public sealed partial class SharedValues
{
    /// <summary>An allergy.</summary>
    public Allergy In(Allergy allergy) =>
        Origin(allergy) with
        {
            Status = Of(allergy.Status),
            Type = Of(allergy.Type),
            Category = Of(allergy.Category),
            Code = Of(allergy.Code),
            Criticality = Of(allergy.Criticality),
            AssertedOn = Of(allergy.AssertedOn),
            Onset = Of(allergy.Onset),
            ResolvedOn = Of(allergy.ResolvedOn),
            Asserter = Of(allergy.Asserter),
        };

    /// <summary>A condition.</summary>
    public Condition In(Condition condition) =>
        Origin(condition) with
        {
            Classification = Of(condition.Classification),
            Code = Of(condition.Code),
            Category = Of(condition.Category),
            Type = Of(condition.Type),
            Status = Of(condition.Status),
            VerificationStatus = Of(condition.VerificationStatus),
            Severity = Of(condition.Severity),
            AssertedOn = Of(condition.AssertedOn),
            Onset = Of(condition.Onset),
            ResolvedOn = Of(condition.ResolvedOn),
            EffectiveDate = Of(condition.EffectiveDate),
            Asserter = Of(condition.Asserter),
        };

    /// <summary>A medication.</summary>
    public Medication In(Medication medication) =>
        Origin(medication) with
        {
            Aliases = Of(medication.Aliases),
            Code = Of(medication.Code),
            Status = Of(medication.Status),
            Category = Of(medication.Category),
            Route = Of(medication.Route),
            Frequency = Of(medication.Frequency),
            Form = Of(medication.Form),
            Dose = Of(medication.Dose),
            Quantity = Of(medication.Quantity),
            PrescribedOn = Of(medication.PrescribedOn),
            Start = Of(medication.Start),
            End = Of(medication.End),
            Prescriber = Of(medication.Prescriber),
            IntendedAdministrator = Of(medication.IntendedAdministrator),
            IntendedDispenser = Of(medication.IntendedDispenser),
            Refills = Of(medication.Refills),
        };

    /// <summary>A dispense.</summary>
    public MedicationDispense In(MedicationDispense dispense) =>
        Origin(dispense) with
        {
            Aliases = Of(dispense.Aliases),
            Code = Of(dispense.Code),
            Status = Of(dispense.Status),
            Category = Of(dispense.Category),
            Type = Of(dispense.Type),
            Quantity = Of(dispense.Quantity),
            DaysSupply = Of(dispense.DaysSupply),
            DispensedOn = Of(dispense.DispensedOn),
            Dispenser = Of(dispense.Dispenser),
            Medication = Of(dispense.Medication),
        };

    /// <summary>A result.</summary>
    public Observation In(Observation result) =>
        Origin(result) with
        {
            Aliases = Of(result.Aliases),
            Code = Of(result.Code),
            Status = Of(result.Status),
            Interpretation = Of(result.Interpretation),
            Value = Of(result.Value),
            EffectiveOn = Of(result.EffectiveOn),
            ReferenceRanges = Of(result.ReferenceRanges, Of),
            Categories = Of(result.Categories, Of),
            Performers = Of(result.Performers, Of),
            Components = result.Components.Count == 0 ? [] : [.. result.Components.Select(In)],
        };

    /// <summary>An encounter.</summary>
    public Encounter In(Encounter encounter) =>
        Origin(encounter) with
        {
            Aliases = Of(encounter.Aliases),
            Status = Of(encounter.Status),
            Classification = Of(encounter.Classification),
            Type = Of(encounter.Type),
            HospitalService = Of(encounter.HospitalService),
            AdmissionDisposition = Of(encounter.AdmissionDisposition),
            DischargeDisposition = Of(encounter.DischargeDisposition),
            Start = Of(encounter.Start),
            End = Of(encounter.End),
            Reasons = Of(encounter.Reasons, Of),
            Providers = Of(encounter.Providers, Of),
            Location = Of(encounter.Location),
        };

    /// <summary>An immunization.</summary>
    public Immunization In(Immunization immunization) =>
        Origin(immunization) with
        {
            Code = Of(immunization.Code),
            Status = Of(immunization.Status),
            Site = Of(immunization.Site),
            Route = Of(immunization.Route),
            Dose = Of(immunization.Dose),
            OccurredOn = Of(immunization.OccurredOn),
            NotGivenReasons = Of(immunization.NotGivenReasons, Of),
            Performers = Of(immunization.Performers, Of),
            Manufacturer = Of(immunization.Manufacturer),
        };

    /// <summary>A procedure.</summary>
    public Procedure In(Procedure procedure) =>
        Origin(procedure) with
        {
            Code = Of(procedure.Code),
            Status = Of(procedure.Status),
            Category = Of(procedure.Category),
            Start = Of(procedure.Start),
            End = Of(procedure.End),
            Modifiers = Of(procedure.Modifiers, Of),
            Performers = Of(procedure.Performers, Of),
            Location = Of(procedure.Location),
        };

    /// <summary>A document.</summary>
    public DocumentReference In(DocumentReference document) =>
        Origin(document) with
        {
            Status = Of(document.Status),
            Type = Of(document.Type),
            Category = Of(document.Category),
            CreatedOn = Of(document.CreatedOn),
            Authors = Of(document.Authors, Of),
        };

    private ObservationComponent In(ObservationComponent component) =>
        component with
        {
            Code = Of(component.Code),
            Value = Of(component.Value),
            Interpretation = Of(component.Interpretation),
            ReferenceRanges = Of(component.ReferenceRanges, Of),
        };

    /// <summary>Where a record comes from; its id there is its own.</summary>
    private TRecord Origin<TRecord>(TRecord record)
        where TRecord : ClinicalRecord =>
        (TRecord)(
            (ClinicalRecord)record with
            {
                Encounter = Of(record.Encounter),
                Patient = Of(record.Patient),
                SourceIdentifier = record.SourceIdentifier is { } source
                    ? source with
                    {
                        DataPartitionId = One(source.DataPartitionId),
                    }
                    : null,
            }
        );
}
