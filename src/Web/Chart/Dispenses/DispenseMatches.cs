using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;

namespace HeiChartViewer.Web.Chart.Dispenses;

/// <summary>
/// Which dispense belongs to which medication: by the order that the dispense names, else by exactly the same code.
/// Each dispense is beside one medication or unmatched; none is in two places and none is lost (design rule 4).
/// </summary>
public sealed class DispenseMatches
{
    private readonly ILookup<string, MatchedDispense> _byMedication;
    private readonly ILookup<string, MatchedDispense> _byDispense;

    private DispenseMatches(
        IReadOnlyList<MatchedDispense> matched,
        IReadOnlyList<MedicationDispense> unmatched
    )
    {
        _byMedication = matched.ToLookup(one => one.Medication.Id);
        _byDispense = matched.ToLookup(one => one.Dispense.Id);
        Matched = matched.Count;
        Unmatched = unmatched;
    }

    /// <summary>The dispenses that belong to no medication that was received.</summary>
    public IReadOnlyList<MedicationDispense> Unmatched { get; }

    /// <summary>How many dispenses stand beside a medication.</summary>
    public int Matched { get; }

    /// <summary>The dispenses of a row of medications, the newest first.</summary>
    public IReadOnlyList<MatchedDispense> Of(IEnumerable<Medication> medications) =>
        [
            .. medications
                .DistinctBy(medication => medication.Id)
                .SelectMany(medication => _byMedication[medication.Id])
                .OrderBy(one => one.Dispense.DispensedOn?.Earliest is null)
                .ThenByDescending(one => one.Dispense.DispensedOn),
        ];

    /// <summary>The medication that a dispense belongs to; null where it belongs to none.</summary>
    public Medication? MedicationOf(MedicationDispense dispense) =>
        _byDispense[dispense.Id].FirstOrDefault()?.Medication;

    /// <summary>Matches dispenses to medications.</summary>
    public static DispenseMatches Between(
        IReadOnlyList<Medication> medications,
        IReadOnlyList<MedicationDispense> dispenses
    )
    {
        var byCode = medications
            .Select(medication =>
                (Medication: medication, Code: SubjectKey.FineCode(medication.Code))
            )
            .Where(one => one.Code is not null)
            .ToLookup(one => one.Code!, one => one.Medication);
        var all = dispenses
            .Select(dispense => (Dispense: dispense, Match: Match(dispense)))
            .ToList();
        return new DispenseMatches(
            [.. all.Select(one => one.Match).OfType<MatchedDispense>()],
            [.. all.Where(one => one.Match is null).Select(one => one.Dispense)]
        );

        MatchedDispense? Match(MedicationDispense dispense) =>
            medications.FirstOrDefault(medication => IsOrderOf(medication, dispense)) is { } order
                ? new MatchedDispense(dispense, order, MatchedBy.Order)
            : SubjectKey.FineCode(dispense.Code) is { } code
            && byCode[code].OrderBy(medication => Distance(medication, dispense)).FirstOrDefault()
                is { } same
                ? new MatchedDispense(dispense, same, MatchedBy.Code)
            : null;
    }

    /// <summary>The order by HealtheIntent's id, by its id within the same source, or by a shared identifier.</summary>
    private static bool IsOrderOf(Medication medication, MedicationDispense dispense) =>
        dispense.Medication is { } named
            && (
                named.Id == medication.Id
                || IsSameSource(medication, dispense) && named.Id == medication.SourceIdentifier?.Id
            )
        || dispense.Aliases.Any(alias =>
            !string.IsNullOrWhiteSpace(alias.System)
            && !string.IsNullOrWhiteSpace(alias.Value)
            && medication.Aliases.Any(own => own.System == alias.System && own.Value == alias.Value)
        );

    /// <summary>Of several orders with the code: one of the same source, then one that had begun, then the first.</summary>
    private static (bool, bool) Distance(Medication medication, MedicationDispense dispense) =>
        (
            !IsSameSource(medication, dispense),
            (medication.Start ?? medication.PrescribedOn) is not { } start
                || dispense.DispensedOn is not { } day
                || start > day
        );

    private static bool IsSameSource(ClinicalRecord one, ClinicalRecord other) =>
        one.SourceIdentifier is { } source
        && string.Equals(
            source.DataPartitionId,
            other.SourceIdentifier?.DataPartitionId,
            StringComparison.OrdinalIgnoreCase
        );
}
