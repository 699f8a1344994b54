namespace HealtheIntent.Client.Resilience;

/// <summary>Too many calls are under way, and no place to wait is left or the wait took too long.</summary>
internal sealed class BulkheadFullException() : Exception("Too many calls are under way.");
