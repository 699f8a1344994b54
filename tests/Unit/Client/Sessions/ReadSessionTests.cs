using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Sessions;

public sealed class ReadSessionTests
{
    private const string Empty = """{"items":[]}""";

    [Fact]
    public async Task Identical_reads_at_the_same_time_are_one_request()
    {
        var gate = new TaskCompletionSource();
        var transport = Held(gate);
        using var client = Wire.Client(transport);
        using var session = client.OpenSession();

        var reads = Enumerable.Range(0, 5).Select(_ => session.Allergies().AllAsync()).ToList();
        gate.SetResult();
        await Task.WhenAll(reads);

        Assert.Single(transport.Sent);
    }

    [Fact]
    public async Task Reads_one_after_the_other_are_each_a_request()
    {
        var transport = StubTransport.Ok(Empty);
        using var client = Wire.Client(transport);
        using var session = client.OpenSession();

        await session.Allergies().AllAsync();
        await session.Allergies().AllAsync();

        Assert.Equal(2, transport.Sent.Count);
    }

    [Fact]
    public async Task Background_work_takes_a_readers_answer_and_no_reader_waits_for_background_work()
    {
        var gate = new TaskCompletionSource();
        var transport = Held(gate);
        using var client = Wire.Client(transport);
        using var session = client.OpenSession();
        using var other = client.OpenSession();

        var reads = new List<Task>
        {
            session.Allergies().AllAsync(),
            session.InBackground().Allergies().AllAsync(),
        };
        Assert.Single(transport.Sent);
        reads.Add(other.InBackground().Allergies().AllAsync());
        reads.Add(other.Allergies().AllAsync());
        Assert.Equal(3, transport.Sent.Count);
        reads.Add(other.InBackground().Allergies().AllAsync());
        reads.Add(other.Allergies().AllAsync());
        gate.SetResult();
        await Task.WhenAll(reads);

        Assert.Equal(3, transport.Sent.Count);
        await session.Allergies().AllAsync();
        Assert.Equal(4, transport.Sent.Count);
    }

    [Fact]
    public async Task A_reader_who_leaves_takes_no_answer_from_background_work()
    {
        var gate = new TaskCompletionSource();
        var transport = Held(gate);
        using var client = Wire.Client(transport);
        using var session = client.OpenSession();
        using var leaving = new CancellationTokenSource();

        var reader = session.Allergies(leaving.Token).AllAsync();
        var background = session.InBackground().Allergies().AllAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader);
        gate.SetResult();

        Assert.Single(await background);
        Assert.Single(transport.Sent);
    }

    [Fact]
    public async Task Nothing_is_shared_between_sessions_or_without_one()
    {
        var gate = new TaskCompletionSource();
        var transport = Held(gate);
        using var client = Wire.Client(transport);
        using var one = client.OpenSession();
        using var other = client.OpenSession();

        var reads = new[] { one, other, client, client }
            .Select(view => view.Allergies().AllAsync())
            .ToList();
        gate.SetResult();
        await Task.WhenAll(reads);

        Assert.Equal(4, transport.Sent.Count);
    }

    [Fact]
    public async Task Who_leaves_takes_the_answer_from_nobody()
    {
        var gate = new TaskCompletionSource();
        var transport = Held(gate);
        using var client = Wire.Client(transport);
        using var session = client.OpenSession();
        using var leaving = new CancellationTokenSource();

        var first = session.Allergies(leaving.Token).AllAsync();
        var second = session.Allergies().AllAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        Assert.Single(await second);
        Assert.Single(transport.Sent);
    }

    [Fact]
    public async Task Who_asks_after_a_failure_is_not_given_the_failure()
    {
        var transport = new StubTransport(
            (_, number) => number == 1 ? Answer.With(HttpStatusCode.Forbidden) : Answer.Ok(Empty)
        );
        using var client = Wire.Client(transport);
        using var session = client.OpenSession();

        await Assert.ThrowsAsync<NotGrantedException>(() => session.Allergies().AllAsync());

        Assert.Single(await session.Allergies().AllAsync());
    }

    [Fact]
    public async Task Who_asks_after_the_last_has_left_is_not_given_the_cancellation()
    {
        using var arrived = new SemaphoreSlim(0);
        var transport = new StubTransport(
            async (_, number, token) =>
            {
                if (number > 1)
                    return Answer.Ok(Empty);
                arrived.Release();
                await Task.Delay(Timeout.Infinite, token);
                throw new InvalidOperationException();
            }
        );
        using var client = Wire.Client(transport);
        using var session = client.OpenSession();
        using var leaving = new CancellationTokenSource();

        var left = session.Allergies(leaving.Token).AllAsync();
        await arrived.WaitAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);

        Assert.Single(await session.Allergies().AllAsync());
    }

    [Fact]
    public async Task A_request_ends_when_nobody_waits_for_it()
    {
        var ended = new TaskCompletionSource();
        var transport = new StubTransport(
            async (_, _, token) =>
            {
                try
                {
                    await Task.Delay(Timeout.Infinite, token);
                    throw new InvalidOperationException();
                }
                finally
                {
                    ended.SetResult();
                }
            }
        );
        using var client = Wire.Client(transport);
        using var session = client.OpenSession();
        using var leaving = new CancellationTokenSource();

        var read = session.Allergies(leaving.Token).AllAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("W/\"a1\"")]
    [InlineData("\"a1\"")]
    public async Task What_came_with_a_validator_is_asked_for_by_it(string validator)
    {
        var transport = Tagged(validator, """{"items":[{"id":"kept"}]}""");
        using var client = Wire.Client(transport);
        using var session = client.OpenSession();

        await session.Allergies().AllAsync();
        var again = await session.Allergies().AllAsync();

        Assert.Equal(validator, transport.Sent[1].Headers["If-None-Match"]);
        Assert.Equal("kept", Assert.Single(Assert.Single(again).Items).Id);
    }

    [Fact]
    public async Task What_the_platform_asks_not_to_store_is_not_kept()
    {
        var transport = Tagged("\"a1\"", Empty, noStore: true);
        using var client = Wire.Client(transport);
        using var session = client.OpenSession();

        await session.Allergies().AllAsync();
        await session.Allergies().AllAsync();

        Assert.DoesNotContain("If-None-Match", transport.Sent[1].Headers.Keys);
    }

    [Fact]
    public async Task The_least_recently_used_goes_when_the_session_keeps_too_much()
    {
        var transport = Tagged("\"a1\"", Empty);
        using var client = Wire.Client(
            transport,
            configure: options => options.Limits.MaxSessionBytes = Empty.Length
        );
        using var session = client.OpenSession();

        await session.Allergies().AllAsync();
        await session.Conditions.ListAsync(Wire.Population, Wire.Patient).AllAsync();
        await session.Allergies().AllAsync();

        Assert.DoesNotContain("If-None-Match", transport.Sent[2].Headers.Keys);
    }

    [Fact]
    public async Task A_session_that_was_ended_reads_nothing_and_its_client_still_does()
    {
        using var client = Wire.Client(StubTransport.Ok(Empty));
        var session = client.OpenSession();
        session.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => session.Allergies().AllAsync());
        Assert.Single(await client.Allergies().AllAsync());
    }

    private static StubTransport Held(TaskCompletionSource gate) =>
        new(
            async (_, _, token) =>
            {
                await gate.Task.WaitAsync(token);
                return Answer.Ok(Empty);
            }
        );

    private static StubTransport Tagged(string validator, string body, bool noStore = false) =>
        new(
            (request, _) =>
            {
                var response = request.Headers.ContainsKey("If-None-Match")
                    ? Answer.With(HttpStatusCode.NotModified, "")
                    : Answer.Ok(body);
                response.Headers.TryAddWithoutValidation("ETag", validator);
                response.Headers.CacheControl = new() { NoStore = noStore, Private = true };
                return response;
            }
        );
}
