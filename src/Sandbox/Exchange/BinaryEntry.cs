namespace HeiChartViewer.Sandbox.Exchange;

/// <summary>The bytes of a document, in base64.</summary>
internal sealed record BinaryEntry
{
    public required string ContentType { get; init; }

    public required byte[] Base64 { get; init; }
}
