namespace HealtheIntent.Client.Resilience;

/// <summary>A call's place in the line of its API, and then among the calls under way.</summary>
internal sealed class CallTurn(ApiLane lane, CallPriority priority)
{
    private readonly TaskCompletionSource _come = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    private readonly int _blocksBefore = lane.Blocks;

    public ApiLane Lane { get; } = lane;
    public CallPriority Priority { get; } = priority;
    public Task Come => _come.Task;

    /// <summary>Whether the rate made it wait.</summary>
    public bool Paced { get; private set; }

    /// <summary>The rate it was sent under.</summary>
    public LearnedRate? Rate { get; private set; }

    /// <summary>How many congestion events that rate had seen when it was sent.</summary>
    public int Events { get; private set; }
    public TimeSpan SentAt { get; private set; }

    public void Begin(TimeSpan now)
    {
        Rate = Lane.Rate;
        Events = Rate.Events;
        Paced = Lane.Blocks > _blocksBefore;
        SentAt = now;
        _come.SetResult();
    }
}
