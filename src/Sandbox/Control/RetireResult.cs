namespace HeiChartViewer.Sandbox.Control;

/// <summary>Under which id a retired record goes on.</summary>
internal sealed record RetireResult(string PatientId, string NewPatientId);
