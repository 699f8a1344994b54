using System.Net;

namespace HealtheIntent.Client.Transport;

/// <summary>A successful answer, read. The value is null when the answer had no body.</summary>
internal sealed record ApiAnswer<T>(T? Value, FailedCall Call, DateTimeOffset ReceivedAt)
{
    public string? CorrelationId => Call.CorrelationId;

    public T RequireValue() =>
        Value is { } value
            ? value
            : throw new ContractViolationException(
                Call,
                "the answer has no body where one is due.",
                "$"
            );
}
