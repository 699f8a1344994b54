namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>A request as it left the client.</summary>
internal sealed record SentRequest(
    HttpMethod Method,
    Uri Address,
    IReadOnlyDictionary<string, string> Headers,
    string? Body
);
