using System.Net;
using System.Net.Http.Headers;
using System.Text;
using HeiChartViewer.Tests.Unit.Client.Json;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>Answers each request with a body that is broken in another way, from a seed, and remembers nothing of it.</summary>
internal sealed class BrokenAnswers(HttpStatusCode status, string body, int seed)
    : HttpMessageHandler
{
    private readonly byte[] _body = Encoding.UTF8.GetBytes(body);
    private readonly Random _random = new(seed);

    public int Sent { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Sent++;
        var response = new HttpResponseMessage(status)
        {
            Content = new ByteArrayContent(Mutation.Of(_body, _random))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
        response.Headers.Add("cerner-correlation-id", Answer.CorrelationId);
        return Task.FromResult(response);
    }
}
