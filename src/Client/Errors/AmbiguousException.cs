namespace HealtheIntent.Client;

/// <summary>409: several persons match where one was asked for. Nothing may pick one of them (contract 8.4).</summary>
public sealed class AmbiguousException : HealtheIntentException
{
    internal AmbiguousException(FailedCall call)
        : base("several persons match where one was asked for.", call) =>
        Location = call.Hints?.Location;

    /// <summary>Where the platform sends a person on, to search (contract 4.1): show it, do not follow or log it.</summary>
    public Uri? Location { get; }
}
