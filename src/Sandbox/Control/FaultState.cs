namespace HeiChartViewer.Sandbox.Control;

/// <summary>An active fault as the control shows it.</summary>
internal sealed record FaultState(string Id, FaultOrder Fault, int Struck);
