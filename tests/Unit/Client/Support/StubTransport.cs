using System.Collections.Concurrent;
using System.Net;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>Answers in the platform's place, and remembers what was sent.</summary>
internal sealed class StubTransport : HttpMessageHandler
{
    private readonly ConcurrentQueue<SentRequest> _sent = new();
    private readonly Func<SentRequest, int, CancellationToken, Task<HttpResponseMessage>> _answer;

    public StubTransport(Func<SentRequest, int, HttpResponseMessage> answer)
        : this((request, number, _) => Task.FromResult(answer(request, number))) { }

    public StubTransport(
        Func<SentRequest, int, CancellationToken, Task<HttpResponseMessage>> answer
    ) => _answer = answer;

    public static StubTransport Always(HttpStatusCode status, string body = "{}") =>
        new((_, _) => Answer.With(status, body));

    public static StubTransport Ok(string body) => Always(HttpStatusCode.OK, body);

    public IReadOnlyList<SentRequest> Sent => [.. _sent];

    public SentRequest Only => Assert.Single(_sent);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var headers = request.Headers.Concat(
            request.Content?.Headers
                ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()
        );
        var sent = new SentRequest(
            request.Method,
            request.RequestUri!,
            headers.ToDictionary(
                header => header.Key,
                header => string.Join(", ", header.Value),
                StringComparer.OrdinalIgnoreCase
            ),
            request.Content is { } content
                ? await content.ReadAsStringAsync(cancellationToken)
                : null
        );
        int number;
        lock (_sent)
        {
            _sent.Enqueue(sent);
            number = _sent.Count;
        }
        return await _answer(sent, number, cancellationToken);
    }
}
