using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Resilience;

/// <summary>Whatever goes wrong, the caller meets the client's errors and none of the libraries it is made of.</summary>
public sealed class FailureKindTests
{
    private static readonly string[] Simple =
    [
        "429",
        "429 asked to wait",
        "503",
        "503 asked to wait",
        "408",
        "302",
        "refused connection",
        "connect timeout",
        "broken body",
    ];

    public static TheoryData<string> Kinds => [.. Simple, "mixed"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_call_ends_with_an_answer_or_with_an_error_of_the_clients_own(string kind)
    {
        using var client = Wire.Client(
            new StubTransport((_, number) => Fail(kind, number)),
            configure: options =>
            {
                options.Resilience.MaxConcurrentCalls = 2;
                options.Resilience.MaxQueuedCalls = 3;
            }
        );

        // Enough at once to fill the queue, and enough after each other to open the breaker.
        for (var round = 0; round < 4; round++)
        {
            var calls = Enumerable.Range(0, 8).Select(_ => client.Allergies().AllAsync()).ToList();
            foreach (var call in calls)
                Assert.True(await EndsAsItShouldAsync(call));
        }
    }

    [Fact]
    public async Task A_call_that_is_given_up_while_it_waits_for_its_turn_is_cancelled_at_once()
    {
        using var client = Wire.Client(
            new StubTransport((_, _) => Fail("429 asked to wait", 0)),
            new SkippingTimeProvider(TimeSpan.FromTicks(-1))
        );
        using var leaving = new CancellationTokenSource();
        var waiting = client.Allergies(leaving.Token).AllAsync();

        await leaving.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => waiting);
    }

    private static async Task<bool> EndsAsItShouldAsync(Task call)
    {
        var error = await Record.ExceptionAsync(() => call);
        return error is null or HealtheIntentException;
    }

    private static HttpResponseMessage Fail(string kind, int number) =>
        kind switch
        {
            "429 asked to wait" => Answer.With(HttpStatusCode.TooManyRequests, retryAfter: "1"),
            "503 asked to wait" => Answer.With(HttpStatusCode.ServiceUnavailable, retryAfter: "1"),
            "refused connection" => throw new HttpRequestException("refused"),
            "connect timeout" => throw new OperationCanceledException(
                "connect",
                new TimeoutException()
            ),
            "broken body" => new(HttpStatusCode.OK)
            {
                Content = new StreamContent(new BrokenStream()),
            },
            "mixed" => Fail(Simple[number % Simple.Length], number),
            _ => Answer.With(Enum.Parse<HttpStatusCode>(kind)),
        };

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        ) => throw new IOException("The connection was reset.");
    }
}
