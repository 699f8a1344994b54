using HeiChartViewer.Sandbox.Records;

namespace HeiChartViewer.Sandbox.Population;

internal sealed partial class ChartBuilder
{
    private const string EnteredInError = "entered-in-error";

    /// <summary>
    /// Takes back the first record of every kind, and gives the second one a status nobody has heard of.
    /// </summary>
    public void TakeBackTheFirst()
    {
        Change(_allergies, (x, status) => x with { Status = status }, Statuses.Allergy);
        Change(
            _conditions,
            (x, status) =>
                x with
                {
                    Status = status,
                    VerificationStatus = Statuses.Verification(EnteredInError),
                },
            Statuses.Condition
        );
        Change(_medications, (x, status) => x with { Status = status }, Statuses.Medication);
        Change(_dispenses, (x, status) => x with { Status = status }, Statuses.Dispense);
        Change(_immunizations, (x, status) => x with { Status = status }, Statuses.Event);
        Change(_procedures, (x, status) => x with { Status = status }, Statuses.Event);
        Change(_observations, (x, status) => x with { Status = status }, Statuses.Observation);
        Change(_encounters, (x, status) => x with { Status = status }, Statuses.Encounter);
        Change(_documents, (x, status) => x with { Status = status }, Statuses.Document);
    }

    private static void Change<T>(
        List<T> records,
        Func<T, CodeableConcept, T> with,
        Func<string, CodeableConcept> status
    )
    {
        records[0] = with(records[0], status(EnteredInError));
        records[1] = with(records[1], Concepts.Words("Zz-unmapped"));
    }
}
