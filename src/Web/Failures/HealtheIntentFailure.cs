using HealtheIntent.Client;

namespace HeiChartViewer.Web.Failures;

/// <summary>Why HealtheIntent's answer cannot be shown, in terms of what the reader can do about it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Api">The HealtheIntent API that was asked.</param>
public sealed record HealtheIntentFailure(FailureKind Kind, string Api)
{
    /// <summary>The HTTP status of the answer, where there was one.</summary>
    public int? Status { get; init; }

    /// <summary>The number to quote to the help desk, where HealtheIntent answered.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>When HealtheIntent asked to be tried again, where it said so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Reads a client's error.</summary>
    public static HealtheIntentFailure From(HealtheIntentException error) =>
        new(KindOf(error), error.Api)
        {
            Status = (int?)error.Status,
            CorrelationId = error.CorrelationId,
            RetryAfter = (error as ThrottledException)?.RetryAfter,
        };

    private static FailureKind KindOf(HealtheIntentException error) =>
        error switch
        {
            UnauthorizedException => FailureKind.Unauthorized,
            NotGrantedException => FailureKind.NotGranted,
            NotFoundException => FailureKind.NotFound,
            ThrottledException => FailureKind.Throttled,
            ContractViolationException => FailureKind.BrokenAnswer,
            InvalidRequestException => FailureKind.Rejected,
            UnavailableException { Reason: UnavailableReason.TimedOut } => FailureKind.TimedOut,
            UnavailableException { Reason: UnavailableReason.Unreachable } =>
                FailureKind.Unreachable,
            UnavailableException { Reason: UnavailableReason.Truncated } => FailureKind.Truncated,
            UnavailableException { Reason: UnavailableReason.CircuitOpen } => FailureKind.Resting,
            UnavailableException { Reason: UnavailableReason.Busy } => FailureKind.Busy,
            _ => FailureKind.ServerError,
        };
}
