namespace HeiChartViewer.Sandbox.Control;

/// <summary>Why an order was refused.</summary>
internal sealed record ControlProblem(string Error);
