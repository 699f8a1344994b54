using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Chart.Records;

public static partial class RecordSections
{
    /// <summary>Orders, statements and claims.</summary>
    public static RecordSection<Medication> Medications(TenantClients clients, TimeProvider clock)
    {
        RecordColumn<Medication> dose = new(
            Phrase.Of("Dose"),
            medication => RecordWords.Quantity(medication.Dose)
        );
        RecordColumn<Medication> route = new(
            Phrase.Of("Route"),
            medication => medication.Route?.Display
        );
        var until = OfDay<Medication>(Phrase.Of("Until"), medication => medication.End);
        return new()
        {
            Api = RecordKind.Medication.ApiName,
            Kind = RecordKind.Medication,
            Read = Reader(session => clients.Of(session).Medications),
            Source = session => clients.Of(session).Medications,
            PatientOf = PatientOf,
            Share = (record, shared) => shared.In(record),
            IsWithdrawn = medication => Statuses.IsEnteredInError(medication.Status),
            IsCurrent = medication =>
                MedicationRules.Of(medication, clock.GetUtcNow()) is Standing.Current,
            Judge = Judge,
            GroupOf = row => $"{MedicationRules.Of(Judge(row))}",
            GroupPlace = row => (int)Judge(row),
            View = ChartView.Medications,
            CardTitle = Phrase.Of("Medications, current first"),
            Noun = Phrase.Of("medications"),
            SubjectLabel = Phrase.Of("Medication"),
            Subject = medication => medication.Code,
            When = medication => medication.Start ?? medication.PrescribedOn,
            WhenLabel = Phrase.Of("From"),
            StandIn = medication =>
                medication is { Start: null, PrescribedOn: not null }
                    ? Phrase.Of("Prescribed")
                    : null,
            Recorded = OfDay<Medication>(
                Phrase.Of("Prescribed"),
                medication => medication.PrescribedOn
            ),
            Status = medication => medication.Status,
            Columns =
            [
                dose,
                route,
                new(
                    Phrase.Of("Frequency"),
                    medication =>
                        RecordWords.Joined([
                            medication.Frequency?.Display,
                            medication.AsNeeded == true ? Say("as needed") : null,
                        ])
                ),
                new(Phrase.Of("Kind"), medication => medication.Category?.Display),
                new(
                    Phrase.Of("Prescriber"),
                    medication => RecordWords.Person(medication.Prescriber)
                ),
                until,
            ],
            Occasion = _ => "",
            Compared =
            [
                dose,
                route,
                new(Phrase.Of("Frequency"), medication => medication.Frequency?.Display),
                OfDay<Medication>(Phrase.Of("From"), medication => medication.Start),
                until,
            ],
            Concepts = medication =>
                [
                    (Phrase.Of("Medication"), medication.Code),
                    (Phrase.Of("Status"), medication.Status),
                    (Phrase.Of("Kind"), medication.Category),
                    (Phrase.Of("Route"), medication.Route),
                    (Phrase.Of("Frequency"), medication.Frequency),
                    (Phrase.Of("Form"), medication.Form),
                ],
        };

        Standing Judge(MergedRecord<Medication> row) => MedicationRules.Of(row, clock.GetUtcNow());
    }
}
