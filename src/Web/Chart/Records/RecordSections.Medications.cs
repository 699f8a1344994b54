using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Records;

public static partial class RecordSections
{
    /// <summary>Orders, statements and claims.</summary>
    public static RecordSection<Medication> Medications(
        HealtheIntentClient client,
        TimeProvider clock
    )
    {
        RecordColumn<Medication> dose = new(
            "Dose",
            medication => RecordWords.Quantity(medication.Dose)
        );
        RecordColumn<Medication> route = new("Route", medication => medication.Route?.Display);
        return new()
        {
            Api = RecordKind.Medication.ApiName,
            Read = Reader(client.Medications),
            Source = client.Medications,
            PatientOf = PatientOf,
            Share = (record, shared) => shared.In(record),
            IsWithdrawn = medication => Statuses.IsEnteredInError(medication.Status),
            IsCurrent = medication =>
                !Endings.HasPassed(medication.End, clock.GetUtcNow())
                && !Statuses.IsPast(medication.Status),
            View = ChartView.Medications,
            CardTitle = "Current medications",
            Noun = "medications",
            SubjectLabel = "Medication",
            Subject = medication => medication.Code,
            When = medication => medication.Start ?? medication.PrescribedOn,
            WhenLabel = "From",
            Status = medication => medication.Status,
            Columns =
            [
                dose,
                route,
                new(
                    "Frequency",
                    medication =>
                        RecordWords.Joined([
                            medication.Frequency?.Display,
                            medication.AsNeeded == true ? "as needed" : null,
                        ])
                ),
                new("Kind", medication => medication.Category?.Display),
                new("Prescriber", medication => RecordWords.Person(medication.Prescriber)),
                new(
                    "Until",
                    medication => medication.End is null ? null : ClinicalDate.Day(medication.End)
                ),
            ],
            Occasion = _ => "",
            Compared = [dose, route, new("Frequency", medication => medication.Frequency?.Display)],
            Concepts = medication =>
                [
                    ("Medication", medication.Code),
                    ("Status", medication.Status),
                    ("Kind", medication.Category),
                    ("Route", medication.Route),
                    ("Frequency", medication.Frequency),
                    ("Form", medication.Form),
                ],
        };
    }
}
