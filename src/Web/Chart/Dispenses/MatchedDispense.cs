using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Dispenses;

/// <summary>A dispense beside the medication it belongs to.</summary>
/// <param name="Dispense">The dispense.</param>
/// <param name="Medication">The medication.</param>
/// <param name="By">What says that it belongs there.</param>
public sealed record MatchedDispense(
    MedicationDispense Dispense,
    Medication Medication,
    MatchedBy By
);

/// <summary>What says that a dispense belongs to a medication.</summary>
public enum MatchedBy
{
    /// <summary>The dispense names the order.</summary>
    Order,

    /// <summary>Both have the same code of the same drug; the dispense names no order that was received.</summary>
    Code,
}
