namespace HealtheIntent.Client.Transport;

/// <summary>One operation of the platform, in words that may be logged: the path is a template, without an identifier.</summary>
internal sealed record ApiOperation(string Name, string Api, HttpMethod Method, string PathTemplate)
{
    private static readonly HttpRequestOptionsKey<ApiOperation> Key = new(
        "HealtheIntent.Operation"
    );

    /// <summary>Whether a successful answer's body is handed over as it arrives, and not buffered within the attempt.</summary>
    public bool Streams { get; init; }

    public static ApiOperation Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var operation)
            ? operation
            : throw new InvalidOperationException("The request was not made by this client.");

    public void Attach(HttpRequestMessage request) => request.Options.Set(Key, this);
}
