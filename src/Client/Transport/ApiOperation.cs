namespace HealtheIntent.Client.Transport;

/// <summary>One operation of the platform, in words that may be logged: the path is a template, without an identifier.</summary>
internal sealed record ApiOperation(string Name, string Api, HttpMethod Method, string PathTemplate)
{
    private static readonly HttpRequestOptionsKey<ApiOperation> Key = new(
        "HealtheIntent.Operation"
    );

    public static ApiOperation Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var operation)
            ? operation
            : throw new InvalidOperationException("The request was not made by this client.");

    public void Attach(HttpRequestMessage request) => request.Options.Set(Key, this);
}
