using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;

namespace HeiChartViewer.Web.Chart.Records;

public static partial class RecordSections
{
    /// <summary>Drugs handed over, or about to be.</summary>
    public static RecordSection<MedicationDispense> Dispenses(HealtheIntentClient client)
    {
        RecordColumn<MedicationDispense> quantity = new(
            "Quantity",
            dispense => RecordWords.Quantity(dispense.Quantity)
        );
        RecordColumn<MedicationDispense> supply = new(
            "Supply for",
            dispense => RecordWords.Quantity(dispense.DaysSupply)
        );
        return new()
        {
            Api = RecordKind.MedicationDispense.ApiName,
            Read = Reader(client.MedicationDispenses),
            Source = client.MedicationDispenses,
            PatientOf = PatientOf,
            Share = (record, shared) => shared.In(record),
            IsWithdrawn = dispense => Statuses.IsEnteredInError(dispense.Status),
            View = ChartView.Medications,
            CardTitle = "Dispenses",
            Noun = "dispenses",
            SubjectLabel = "Drug",
            Subject = dispense => dispense.Code,
            When = dispense => dispense.DispensedOn,
            WhenLabel = "Dispensed",
            Status = dispense => dispense.Status,
            Columns =
            [
                quantity,
                supply,
                new("Kind", dispense => dispense.Type?.Display ?? dispense.Category?.Display),
                new("Dispenser", dispense => RecordWords.Person(dispense.Dispenser)),
                new("Directions", dispense => dispense.Instructions),
            ],
            Occasion = dispense => Occasions.Day(dispense.DispensedOn),
            Compared = [quantity, supply],
            Concepts = dispense =>
                [
                    ("Drug", dispense.Code),
                    ("Status", dispense.Status),
                    ("Kind", dispense.Type),
                    ("Category", dispense.Category),
                ],
        };
    }
}
