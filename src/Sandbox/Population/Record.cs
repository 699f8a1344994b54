namespace HeiChartViewer.Sandbox.Population;

/// <summary>One record, as it goes over the wire.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Json">Its bytes, made once.</param>
/// <param name="Statuses">The words its status is filtered by.</param>
public sealed record Record(string Id, ReadOnlyMemory<byte> Json, IReadOnlyList<string> Statuses);
