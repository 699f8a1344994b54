namespace HealtheIntent.Client;

/// <summary>Every default of the client, once. The documentation of each option repeats its own.</summary>
internal static class HealtheIntentDefaults
{
    public const int PageLimit = 100;
    public const int SearchLimit = 20;
    public const int MaxPageLimit = 100;
    public const int MaxPages = 1000;
    public const int MaxResponseBytes = 16 * 1024 * 1024;
    public const long MaxBinaryBytes = 256 * 1024 * 1024;
    public const int MaxSessionBytes = 8 * 1024 * 1024;
    public const int MaxIdLength = 512;
    public const int RetryCount = 2;
    public const int MinimumThroughput = 8;
    public const double FailureRatio = 0.5;
    public const int MaxConcurrentCalls = 20;
    public const int MaxQueuedCalls = 200;
    public const double InitialRate = 3;
    public const double MinRate = 1;
    public const double Decrease = 0.7;
    public const int ProbeInterval = 400;
    public const double BackgroundShare = 0.1;

    public static readonly TimeSpan BurstTime = TimeSpan.FromMilliseconds(20);
    public static readonly TimeSpan ThrottleMemory = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan PauseLimit = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(4);
    public static readonly TimeSpan BinaryStallTimeout = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(12);
    public static readonly TimeSpan RetryBaseDelay = TimeSpan.FromMilliseconds(300);
    public static readonly TimeSpan RetryMaxDelay = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan SamplingDuration = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(10);
}
