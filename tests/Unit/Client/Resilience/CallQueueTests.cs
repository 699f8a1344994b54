using HealtheIntent.Client;
using HealtheIntent.Client.Resilience;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Resilience;

public sealed class CallQueueTests
{
    private const string Api = "observation";
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(12);
    private readonly SkippingTimeProvider _time = new(TimeSpan.FromTicks(-1));

    [Fact]
    public async Task A_call_waits_for_its_turn_no_longer_than_its_budget()
    {
        using var queue = Queue(places: 1);
        await Enter(queue);

        using var timeout = new CancellationTokenSource(Budget, _time);
        var waiting = queue.EnterAsync(Api, CallPriority.Interactive, false, Budget, timeout.Token);
        _time.Advance(Budget);

        var refused = await Assert.ThrowsAsync<NoTurnException>(() => waiting);
        Assert.False(refused.Throttled);
    }

    [Fact]
    public async Task A_place_that_is_given_back_goes_to_the_one_who_waits()
    {
        using var queue = Queue(places: 1);
        var taken = await Enter(queue);

        var waiting = Enter(queue);
        Assert.False(waiting.IsCompleted);
        queue.Leave(taken, answered: true);

        await waiting;
    }

    [Fact]
    public async Task Interactive_calls_go_before_background_ones_and_do_not_starve_them()
    {
        using var queue = Queue(places: 1);
        var turn = await Enter(queue);
        var order = new List<CallPriority>();
        var waiting = Enumerable
            .Range(0, 3)
            .Select(_ => Enter(queue, CallPriority.Background))
            .Concat(Enumerable.Range(0, 30).Select(_ => Enter(queue)))
            .ToList();

        while (waiting.Count > 0)
        {
            queue.Leave(turn, answered: true);
            var next = await Task.WhenAny(waiting);
            waiting.Remove(next);
            turn = await next;
            order.Add(turn.Priority);
        }

        Assert.Equal(CallPriority.Interactive, order[0]);
        Assert.InRange(order.IndexOf(CallPriority.Background), 5, 15);
        Assert.Equal(3, order.Count(priority => priority is CallPriority.Background));
    }

    [Fact]
    public async Task Background_calls_that_fill_their_line_do_not_keep_interactive_ones_out()
    {
        using var queue = Queue(places: 1, queued: 1);
        var taken = await Enter(queue);
        var background = Enter(queue, CallPriority.Background);
        await Assert.ThrowsAsync<NoTurnException>(() => Enter(queue, CallPriority.Background));

        var interactive = Enter(queue);
        queue.Leave(taken, answered: true);

        await interactive;
        Assert.False(background.IsCompleted);
    }

    [Fact]
    public async Task A_call_that_was_answered_429_goes_before_those_that_had_no_turn()
    {
        using var queue = Queue(places: 1);
        var taken = await Enter(queue);
        var later = Enter(queue);

        var again = queue.EnterAsync(Api, CallPriority.Interactive, true, Budget, default);
        queue.Leave(taken, answered: true);

        await again;
        Assert.False(later.IsCompleted);
    }

    [Fact]
    public async Task A_call_whose_turn_lies_beyond_its_budget_is_refused_at_once()
    {
        using var queue = Queue();
        queue.LeaveThrottled(await Enter(queue), TimeSpan.FromSeconds(20));

        var refused = await Assert.ThrowsAsync<NoTurnException>(() => Enter(queue));

        Assert.True(refused.Throttled);
        Assert.Equal(TimeSpan.FromSeconds(20), refused.RetryAfter);
    }

    [Fact]
    public async Task After_the_first_429_of_an_api_the_others_wait_for_what_they_have_under_way()
    {
        var latency = TimeSpan.FromMilliseconds(30);
        using var queue = Queue();
        var turn = await Enter(queue);
        _time.Advance(latency);
        queue.LeaveThrottled(turn, retryAfter: null);

        var other = EnterAsync("allergy");
        _time.Advance(latency * 1.9);
        Assert.False(other.IsCompleted);
        _time.Advance(latency * 0.2);
        await other;

        // What it meets again says nothing new of the others.
        _time.Advance(TimeSpan.FromSeconds(1));
        turn = await Enter(queue);
        _time.Advance(latency);
        queue.LeaveThrottled(turn, retryAfter: null);
        Assert.True(EnterAsync("condition").IsCompleted);

        Task<CallTurn> EnterAsync(string api) =>
            queue.EnterAsync(api, CallPriority.Interactive, false, Budget, default);
    }

    [Fact]
    public async Task A_cancelled_wait_leaves_its_place_to_the_next()
    {
        using var queue = Queue(places: 1);
        using var leaving = new CancellationTokenSource();
        var taken = await Enter(queue);
        var cancelled = queue.EnterAsync(
            Api,
            CallPriority.Interactive,
            false,
            Budget,
            leaving.Token
        );
        var next = Enter(queue);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        queue.Leave(taken, answered: true);

        await next;
    }

    private CallQueue Queue(int places = 20, int queued = 200) =>
        new(
            new ResilienceOptions { MaxConcurrentCalls = places, MaxQueuedCalls = queued },
            _time,
            "host"
        );

    private static Task<CallTurn> Enter(
        CallQueue queue,
        CallPriority priority = CallPriority.Interactive
    ) => queue.EnterAsync(Api, priority, false, Budget, CancellationToken.None);
}
