using HealtheIntent.Client;
using HealtheIntent.Client.Resilience;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Resilience;

/// <summary>
/// A platform with limits that its clients do not know, and clients with more to ask than it allows, in time that is only
/// counted: events in order, without threads.
/// </summary>
internal sealed class LimitedPlatform(Func<string, TokenBucket?> limitOf, int clients = 1)
    : IDisposable
{
    private const double Latency = 0.003;
    private const double Jitter = 0.01;
    private const double TimerLateness = 0.003;
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly SteppedTimeProvider _time = new();
    private readonly Random _random = new(7);
    private readonly List<Call> _waiting = [];
    private readonly PriorityQueue<Call, TimeSpan> _underWay = new();
    private readonly List<CallQueue> _queues = [];
    private readonly List<Call> _answered = [];

    /// <summary>The calls that have their answers, in the order these came.</summary>
    public IReadOnlyList<Call> Answered => _answered;

    public TimeSpan Now { get; private set; }

    /// <summary>Asks for so much of an API, from each client; or for so much at any time.</summary>
    public LimitedPlatform Ask(
        string api,
        int calls,
        CallPriority priority = CallPriority.Interactive,
        bool always = false
    )
    {
        while (_queues.Count < clients)
            _queues.Add(
                new CallQueue(
                    new ResilienceOptions { MaxQueuedCalls = int.MaxValue },
                    _time,
                    "host"
                )
            );
        foreach (var queue in _queues)
            for (var call = 0; call < calls; call++)
                Join(queue, api, priority, again: false, always);
        return this;
    }

    /// <summary>Lets time pass.</summary>
    public void Run(TimeSpan duration)
    {
        var end = Now + duration;
        while (true)
        {
            Send();
            var wake = _time.NextDue is { } due
                ? due + TimeSpan.FromSeconds(TimerLateness * _random.NextDouble())
                : TimeSpan.MaxValue;
            var answer = _underWay.TryPeek(out _, out var at) ? at : TimeSpan.MaxValue;
            var next = wake < answer ? wake : answer;
            if (next > end)
                break;
            Now = next;
            _time.MoveTo(Now);
            while (_underWay.TryPeek(out var call, out at) && at <= Now)
            {
                _underWay.Dequeue();
                Receive(call);
            }
        }
        Now = end;
        _time.MoveTo(Now);
    }

    public void Dispose()
    {
        foreach (var queue in _queues)
            queue.Dispose();
    }

    private void Join(
        CallQueue queue,
        string api,
        CallPriority priority,
        bool again,
        bool always
    ) =>
        _waiting.Add(
            new Call(queue, api, queue.Join(api, priority, again, Patience)) { Always = always }
        );

    private void Send()
    {
        foreach (var call in _waiting.Where(call => call.Turn.Come.IsCompleted).ToList())
        {
            _waiting.Remove(call);
            call.Passes = limitOf(call.Api)?.Take(Now) ?? true;
            _underWay.Enqueue(
                call,
                Now + TimeSpan.FromSeconds(Latency + Jitter * _random.NextDouble())
            );
        }
    }

    private void Receive(Call call)
    {
        if (call.Passes)
        {
            _answered.Add(call);
            call.Queue.Leave(call.Turn, answered: true);
            if (call.Always)
                Join(call.Queue, call.Api, call.Turn.Priority, again: false, always: true);
            return;
        }
        call.Queue.LeaveThrottled(call.Turn, null);
        Join(call.Queue, call.Api, call.Turn.Priority, again: true, call.Always);
    }

    internal sealed record Call(CallQueue Queue, string Api, CallTurn Turn)
    {
        public bool Always { get; init; }
        public bool Passes { get; set; }
    }
}
