using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Chart.Records;

public static partial class RecordSections
{
    /// <summary>Drugs handed over, or about to be.</summary>
    public static RecordSection<MedicationDispense> Dispenses(TenantClients clients)
    {
        RecordColumn<MedicationDispense> quantity = new(
            Phrase.Of("Quantity"),
            dispense => RecordWords.Quantity(dispense.Quantity)
        );
        RecordColumn<MedicationDispense> supply = new(
            Phrase.Of("Supply for"),
            dispense => RecordWords.Quantity(dispense.DaysSupply)
        );
        return new()
        {
            Api = RecordKind.MedicationDispense.ApiName,
            Kind = RecordKind.MedicationDispense,
            Read = Reader(session => clients.Of(session).MedicationDispenses),
            Source = session => clients.Of(session).MedicationDispenses,
            PatientOf = PatientOf,
            Share = (record, shared) => shared.In(record),
            IsWithdrawn = dispense => Statuses.IsEnteredInError(dispense.Status),
            View = ChartView.Medications,
            CardTitle = Phrase.Of("Dispenses"),
            Noun = Phrase.Of("dispenses"),
            SubjectLabel = Phrase.Of("Drug"),
            Subject = dispense => dispense.Code,
            When = dispense => dispense.DispensedOn,
            WhenLabel = Phrase.Of("Dispensed"),
            Status = dispense => dispense.Status,
            Columns =
            [
                quantity,
                supply,
                new(
                    Phrase.Of("Kind"),
                    dispense => dispense.Type?.Display ?? dispense.Category?.Display
                ),
                new(Phrase.Of("Dispenser"), dispense => RecordWords.Person(dispense.Dispenser)),
                new(Phrase.Of("Directions"), dispense => dispense.Instructions),
            ],
            Occasion = dispense => Occasions.Day(dispense.DispensedOn),
            Compared = [quantity, supply],
            Concepts = dispense =>
                [
                    (Phrase.Of("Drug"), dispense.Code),
                    (Phrase.Of("Status"), dispense.Status),
                    (Phrase.Of("Kind"), dispense.Type),
                    (Phrase.Of("Category"), dispense.Category),
                ],
        };
    }
}
