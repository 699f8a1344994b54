namespace HeiChartViewer.Sandbox.Records;

/// <summary>One rendition of a document, and where its bytes are.</summary>
internal sealed record DocumentContent
{
    public string? Title { get; init; }

    public required string ContentType { get; init; }

    public required int Size { get; init; }

    public required Reference Binary { get; init; }
}
