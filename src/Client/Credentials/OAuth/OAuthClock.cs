namespace HealtheIntent.Client.Credentials.OAuth;

/// <summary>The time to put on signed requests: this machine's, set right by what the token service last said.</summary>
internal sealed class OAuthClock(TimeProvider time)
{
    private long _offset;

    /// <summary>Whole seconds since 1970.</summary>
    public long Seconds =>
        time.GetUtcNow().AddTicks(Volatile.Read(ref _offset)).ToUnixTimeSeconds();

    public void SetTo(DateTimeOffset now) =>
        Volatile.Write(ref _offset, (now - time.GetUtcNow()).Ticks);
}
