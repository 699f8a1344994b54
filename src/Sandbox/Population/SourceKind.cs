namespace HeiChartViewer.Sandbox.Population;

/// <summary>What kind of system a data partition gets its records from.</summary>
public enum SourceKind
{
    /// <summary>A hospital's EHR: code sets of its own, instants in UTC.</summary>
    Hospital,

    /// <summary>Clinics on another EHR: local offsets, some SI units, vaguer dates.</summary>
    Clinic,

    /// <summary>A payer: diagnoses and dispenses by day, nothing measured.</summary>
    Claims,
}
