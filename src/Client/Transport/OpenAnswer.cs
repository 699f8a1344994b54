namespace HealtheIntent.Client.Transport;

/// <summary>A successful answer, not read yet.</summary>
internal sealed record OpenAnswer(HttpResponseMessage Response, FailedCall Call) : IDisposable
{
    public void Dispose() => Response.Dispose();
}
