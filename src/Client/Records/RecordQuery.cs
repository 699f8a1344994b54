namespace HealtheIntent.Client;

/// <summary>What to ask of a list of records (contract 6.1).</summary>
public sealed record RecordQuery : PageQuery
{
    /// <summary>Statuses to filter by; empty asks for every status.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];
}
