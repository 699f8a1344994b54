namespace HeiChartViewer.Sandbox.Population;

/// <summary>A record as it goes over the wire, with the words its status can be asked for by.</summary>
internal sealed record StoredRecord(
    string Id,
    ReadOnlyMemory<byte> Json,
    IReadOnlyList<string> Statuses
);
