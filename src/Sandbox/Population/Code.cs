namespace HeiChartViewer.Sandbox.Population;

/// <summary>A code with its display.</summary>
/// <param name="System">The OID of the code system.</param>
/// <param name="Value">The code.</param>
/// <param name="Display">What it means.</param>
public sealed record Code(string System, string Value, string Display);
