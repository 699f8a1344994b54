namespace HealtheIntent.Client.Resilience;

/// <summary>A call's place in the queue, and then among the calls under way.</summary>
internal sealed class CallTurn(CallPriority priority)
{
    private readonly TaskCompletionSource _come = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public CallPriority Priority { get; } = priority;
    public Task Come => _come.Task;

    /// <summary>Whether the rate made it wait.</summary>
    public bool Paced { get; set; }

    /// <summary>How many congestion events there had been when it was sent.</summary>
    public int Events { get; private set; }
    public TimeSpan SentAt { get; private set; }

    public void Begin(int events, TimeSpan now)
    {
        Events = events;
        SentAt = now;
        _come.SetResult();
    }
}
