namespace HeiChartViewer.Sandbox.Control;

/// <summary>Under which ids a split record goes on.</summary>
/// <param name="PatientId">The id that was retired.</param>
/// <param name="RemainingPatientId">What stayed together.</param>
/// <param name="SplitOffPatientId">What one source says.</param>
internal sealed record SplitResult(
    string PatientId,
    string RemainingPatientId,
    string SplitOffPatientId
);
