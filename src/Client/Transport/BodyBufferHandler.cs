namespace HealtheIntent.Client.Transport;

/// <summary>
/// Reads the whole body inside the attempt, so that the attempt's timeout covers it and a body that breaks off can be
/// tried again; and stops at a number of bytes. The body of an operation that streams is left to its reader.
/// </summary>
internal sealed class BodyBufferHandler(int maxBytes) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode && ApiOperation.Of(request).Streams)
            return response;
        try
        {
            var received = response.Content;
            response.Content = await BufferedBody
                .ReadAsync(received, maxBytes, cancellationToken)
                .ConfigureAwait(false);
            received.Dispose();
            return response;
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            response.Dispose();
            throw new BrokenBodyException(exception);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
