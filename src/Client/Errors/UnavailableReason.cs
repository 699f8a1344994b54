namespace HealtheIntent.Client;

/// <summary>Why there is no answer.</summary>
public enum UnavailableReason
{
    /// <summary>The platform answered with a status of the 5xx family.</summary>
    ServerError,

    /// <summary>No complete answer came in the time a call may take.</summary>
    TimedOut,

    /// <summary>No connection could be made, or it broke before the answer began.</summary>
    Unreachable,

    /// <summary>The API failed so often that it is left alone for some seconds; nothing was sent.</summary>
    CircuitOpen,

    /// <summary>This process has too many calls under way; nothing was sent.</summary>
    Busy,

    /// <summary>The answer began and broke off.</summary>
    Truncated,
}
