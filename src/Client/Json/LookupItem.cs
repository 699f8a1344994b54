namespace HealtheIntent.Client.Json;

/// <summary>One answer of the patient ID lookup (contract 3.1).</summary>
internal sealed record LookupItem : OpenObject
{
    public string? SourcePersonId { get; init; }
    public Reference? Patient { get; init; }
}
