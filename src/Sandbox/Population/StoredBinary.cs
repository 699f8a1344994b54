namespace HeiChartViewer.Sandbox.Population;

/// <summary>The bytes of a document.</summary>
internal sealed record StoredBinary(string ContentType, ReadOnlyMemory<byte> Bytes);
