namespace HealtheIntent.Client.Transport;

/// <summary>A fresh request for each attempt, so that nothing one attempt did can reach the next.</summary>
internal static class RequestCopy
{
    public static async Task<HttpRequestMessage> OfAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri)
        {
            Version = request.Version,
            VersionPolicy = request.VersionPolicy,
        };
        foreach (var (name, values) in request.Headers.NonValidated)
            copy.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)values);
        foreach (var (key, value) in request.Options)
            ((IDictionary<string, object?>)copy.Options)[key] = value;
        if (request.Content is { } content)
        {
            copy.Content = new ByteArrayContent(
                await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)
            );
            copy.Content.Headers.ContentType = content.Headers.ContentType;
        }
        return copy;
    }
}
