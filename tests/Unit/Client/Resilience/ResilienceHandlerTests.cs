using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Resilience;

public sealed class ResilienceHandlerTests
{
    private const string Empty = """{"items":[]}""";

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task Control_65_A_failure_that_may_pass_is_tried_again(HttpStatusCode status)
    {
        var transport = FailingOnce(() => Answer.With(status));
        using var client = Wire.Client(transport);

        await client.Allergies().AllAsync();

        Assert.Equal(2, transport.Sent.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.PreconditionFailed)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    public async Task A_refusal_is_final(HttpStatusCode status)
    {
        var transport = StubTransport.Always(status);
        using var client = Wire.Client(transport);

        await Assert.ThrowsAnyAsync<HealtheIntentException>(() => client.Allergies().AllAsync());

        Assert.Single(transport.Sent);
    }

    [Fact]
    public async Task A_call_is_tried_three_times_with_growing_waits_under_the_cap()
    {
        var time = new SkippingTimeProvider();
        var transport = StubTransport.Always(HttpStatusCode.InternalServerError);
        using var client = Wire.Client(transport, time);

        var error = await Assert.ThrowsAsync<UnavailableException>(() =>
            client.Allergies().AllAsync()
        );

        Assert.Equal(UnavailableReason.ServerError, error.Reason);
        Assert.Equal(3, transport.Sent.Count);
        Assert.Equal(2, time.Skipped.Count);
        Assert.All(
            time.Skipped,
            wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(2))
        );
    }

    [Fact]
    public async Task The_waits_start_from_the_base_delay()
    {
        var time = new SkippingTimeProvider();
        using var client = Wire.Client(
            StubTransport.Always(HttpStatusCode.InternalServerError),
            time,
            options => options.Resilience.RetryBaseDelay = TimeSpan.FromMilliseconds(1)
        );

        await Assert.ThrowsAsync<UnavailableException>(() => client.Allergies().AllAsync());

        Assert.All(
            time.Skipped,
            wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromMilliseconds(50))
        );
    }

    [Fact]
    public async Task No_retries_means_one_attempt()
    {
        var transport = StubTransport.Always(HttpStatusCode.InternalServerError);
        using var client = Wire.Client(
            transport,
            configure: options => options.Resilience.RetryCount = 0
        );

        await Assert.ThrowsAsync<UnavailableException>(() => client.Allergies().AllAsync());

        Assert.Single(transport.Sent);
    }

    [Fact]
    public async Task All_attempts_of_a_call_carry_one_correlation_id_and_another_call_has_its_own()
    {
        var transport = StubTransport.Always(HttpStatusCode.InternalServerError);
        using var client = Wire.Client(transport);

        await Assert.ThrowsAsync<UnavailableException>(() => client.Allergies().AllAsync());
        await Assert.ThrowsAsync<UnavailableException>(() => client.Allergies().AllAsync());

        var ids = transport.Sent.Select(sent => sent.Headers["cerner-correlation-id"]).ToList();
        Assert.Single(ids.Take(3).Distinct());
        Assert.Single(ids.Skip(3).Distinct());
        Assert.NotEqual(ids[0], ids[3]);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("Mon, 23 Nov 2026 08:00:02 GMT", 2)]
    public async Task The_wait_the_platform_asks_for_is_the_wait(string retryAfter, int seconds)
    {
        var time = new SkippingTimeProvider();
        var transport = FailingOnce(() =>
            Answer.With(HttpStatusCode.TooManyRequests, retryAfter: retryAfter)
        );
        using var client = Wire.Client(transport, time);

        await client.Allergies().AllAsync();

        Assert.Equal(2, transport.Sent.Count);
        Assert.Equal(
            TimeSpan.FromSeconds(seconds),
            time.Skipped.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait)
        );
    }

    [Fact]
    public async Task A_wait_longer_than_the_cap_is_kept_when_the_call_has_time_for_it()
    {
        var time = new SkippingTimeProvider(TimeSpan.FromSeconds(3.5));
        var transport = FailingOnce(() =>
            Answer.With(HttpStatusCode.ServiceUnavailable, retryAfter: "3")
        );
        using var client = Wire.Client(transport, time);

        await client.Allergies().AllAsync();

        Assert.Equal([TimeSpan.FromSeconds(3)], time.Skipped);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_wait_the_call_has_no_time_for_is_not_begun(HttpStatusCode status)
    {
        var time = new SkippingTimeProvider();
        var transport = new StubTransport((_, _) => Answer.With(status, retryAfter: "12"));
        using var client = Wire.Client(transport, time);

        var error = await Assert.ThrowsAnyAsync<HealtheIntentException>(() =>
            client.Allergies().AllAsync()
        );

        Assert.Single(transport.Sent);
        Assert.Empty(time.Skipped);
        if (error is ThrottledException throttled)
            Assert.Equal(TimeSpan.FromSeconds(12), throttled.RetryAfter);
    }

    [Fact]
    public async Task What_is_left_of_the_time_counts_and_not_the_whole_of_it()
    {
        var time = new SkippingTimeProvider(TimeSpan.FromSeconds(3.5));
        var transport = new StubTransport(
            (_, _) =>
            {
                time.Advance(TimeSpan.FromSeconds(3));
                return Answer.With(HttpStatusCode.TooManyRequests, retryAfter: "3");
            }
        );
        using var client = Wire.Client(
            transport,
            time,
            options => options.Resilience.TotalTimeout = TimeSpan.FromSeconds(10)
        );

        await Assert.ThrowsAsync<ThrottledException>(() => client.Allergies().AllAsync());

        Assert.Equal(2, transport.Sent.Count);
    }

    [Fact]
    public async Task A_silent_attempt_is_given_up_and_tried_again()
    {
        var time = new SkippingTimeProvider();
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
        using var client = Wire.Client(transport, time);

        var reading = client.Allergies().AllAsync();
        await arrived.WaitAsync();
        time.Advance(TimeSpan.FromSeconds(4));
        await reading;

        Assert.Equal(2, transport.Sent.Count);
    }

    [Fact]
    public async Task A_call_is_given_up_at_its_total_timeout_whatever_its_attempts_may_take()
    {
        var time = new SkippingTimeProvider();
        using var arrived = new SemaphoreSlim(0);
        var transport = Silent(arrived);
        using var client = Wire.Client(
            transport,
            time,
            options =>
                options.Resilience.AttemptTimeout = options.Resilience.TotalTimeout =
                    TimeSpan.FromSeconds(12)
        );

        var reading = client.Allergies().AllAsync();
        await arrived.WaitAsync();
        time.Advance(TimeSpan.FromSeconds(12));
        var error = await Assert.ThrowsAsync<UnavailableException>(() => reading);

        Assert.Equal(UnavailableReason.TimedOut, error.Reason);
        Assert.Single(transport.Sent);
    }

    [Fact]
    public async Task An_api_that_keeps_failing_is_left_alone_and_the_others_are_not()
    {
        var time = new SkippingTimeProvider();
        var healed = false;
        var transport = new StubTransport(
            (request, _) =>
                request.Address.AbsolutePath.StartsWith("/allergy/", StringComparison.Ordinal)
                && !healed
                    ? Answer.With(HttpStatusCode.InternalServerError)
                    : Answer.Ok(Empty)
        );
        using var client = Wire.Client(transport, time);

        var reasons = new List<UnavailableReason>();
        for (var call = 0; call < 4; call++)
            reasons.Add(
                (
                    await Assert.ThrowsAsync<UnavailableException>(() =>
                        client.Allergies().AllAsync()
                    )
                ).Reason
            );
        var sent = transport.Sent.Count;
        await client.Conditions.ListAsync(Wire.Population, Wire.Patient).AllAsync();

        Assert.Equal(UnavailableReason.CircuitOpen, reasons[^1]);
        Assert.Equal(8, sent);
        Assert.Equal(9, transport.Sent.Count);

        healed = true;
        time.Advance(TimeSpan.FromSeconds(10));
        await client.Allergies().AllAsync();
        Assert.Equal(10, transport.Sent.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task Answers_that_are_no_failures_of_the_platform_leave_the_breaker_closed(
        HttpStatusCode status
    )
    {
        var transport = StubTransport.Always(status);
        using var client = Wire.Client(
            transport,
            configure: options => options.Resilience.RetryCount = 0
        );

        for (var call = 0; call < 20; call++)
            Assert.IsNotType<UnavailableException>(
                await Record.ExceptionAsync(() => client.Allergies().AllAsync())
            );

        Assert.Equal(20, transport.Sent.Count);
    }

    [Fact]
    public async Task A_call_too_many_is_refused_at_once()
    {
        using var arrived = new SemaphoreSlim(0);
        using var leaving = new CancellationTokenSource();
        using var client = Wire.Client(
            Silent(arrived),
            configure: options =>
            {
                options.Resilience.MaxConcurrentCalls = 1;
                options.Resilience.MaxQueuedCalls = 0;
            }
        );

        var first = client.Allergies(leaving.Token).AllAsync();
        await arrived.WaitAsync();
        var error = await Assert.ThrowsAsync<UnavailableException>(() =>
            client.Allergies().AllAsync()
        );
        await leaving.CancelAsync();

        Assert.Equal(UnavailableReason.Busy, error.Reason);
        await Assert.ThrowsAsync<OperationCanceledException>(() => first);
    }

    [Fact]
    public async Task A_call_waits_for_a_place_no_longer_than_a_call_may_take()
    {
        var time = new SkippingTimeProvider();
        using var arrived = new SemaphoreSlim(0);
        using var client = Wire.Client(
            Silent(arrived),
            time,
            options =>
            {
                options.Resilience.MaxConcurrentCalls = 1;
                options.Resilience.AttemptTimeout = options.Resilience.TotalTimeout;
            }
        );

        var first = client.Allergies().AllAsync();
        await arrived.WaitAsync();
        var waiting = client.Allergies().AllAsync();
        time.Advance(TimeSpan.FromSeconds(12));

        await Assert.ThrowsAsync<UnavailableException>(() => first);
        await Assert.ThrowsAsync<UnavailableException>(() => waiting);
    }

    [Fact]
    public async Task A_place_that_is_given_back_goes_to_the_one_who_waits()
    {
        using var arrived = new SemaphoreSlim(0);
        using var leaving = new CancellationTokenSource();
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
        using var client = Wire.Client(
            transport,
            configure: options => options.Resilience.MaxConcurrentCalls = 1
        );

        var first = client.Allergies(leaving.Token).AllAsync();
        await arrived.WaitAsync();
        var waiting = client.Allergies().AllAsync();
        Assert.Single(transport.Sent);
        await leaving.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => first);
        Assert.Single(await waiting);
    }

    [Fact]
    public async Task An_open_breaker_says_when_to_try_again()
    {
        using var client = Wire.Client(StubTransport.Always(HttpStatusCode.InternalServerError));

        UnavailableException error;
        do error = await Assert.ThrowsAsync<UnavailableException>(() =>
            client.Allergies().AllAsync()
        );
        while (error.Reason is not UnavailableReason.CircuitOpen);

        Assert.InRange(error.RetryAfter!.Value, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task More_429s_than_retries_do_not_fail_a_call_that_has_time()
    {
        var transport = new StubTransport(
            (_, number) =>
                number <= 4 ? Answer.With(HttpStatusCode.TooManyRequests) : Answer.Ok(Empty)
        );
        using var client = Wire.Client(transport);

        await client.Allergies().AllAsync();

        Assert.Equal(5, transport.Sent.Count);
    }

    [Fact]
    public async Task Without_a_retry_after_the_waits_grow()
    {
        var time = new SkippingTimeProvider();
        using var client = Wire.Client(StubTransport.Always(HttpStatusCode.TooManyRequests), time);

        var error = await Assert.ThrowsAsync<ThrottledException>(() =>
            client.Allergies().AllAsync()
        );

        Assert.NotNull(error.RetryAfter);
        var waits = time.Skipped.Take(3).ToList();
        Assert.True(waits[0] < waits[1] && waits[1] < waits[2]);
    }

    [Fact]
    public async Task A_call_whose_turn_cannot_come_is_refused_and_nothing_is_sent()
    {
        var transport = new StubTransport(
            (_, _) => Answer.With(HttpStatusCode.TooManyRequests, retryAfter: "30")
        );
        using var client = Wire.Client(transport);

        await Assert.ThrowsAsync<ThrottledException>(() => client.Allergies().AllAsync());
        var error = await Assert.ThrowsAsync<ThrottledException>(() =>
            client.Allergies().AllAsync()
        );

        Assert.Single(transport.Sent);
        Assert.Equal(TimeSpan.FromSeconds(30), error.RetryAfter);
    }

    private static StubTransport FailingOnce(Func<HttpResponseMessage> failure) =>
        new((_, number) => number == 1 ? failure() : Answer.Ok(Empty));

    private static StubTransport Silent(SemaphoreSlim arrived) =>
        new(
            async (_, _, token) =>
            {
                arrived.Release();
                await Task.Delay(Timeout.Infinite, token);
                throw new InvalidOperationException();
            }
        );
}
