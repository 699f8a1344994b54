namespace HealtheIntent.Client.Json;

/// <summary>The error envelope (contract 8.4). Its code and message repeat the status and are not read.</summary>
internal sealed record ErrorReply(IReadOnlyList<InvalidRequestDetail?>? ErrorDetails);
