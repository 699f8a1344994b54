namespace HealtheIntent.Client;

/// <summary>What to ask of a list of records (contract 6.1).</summary>
public sealed record RecordQuery
{
    /// <summary>How many records to ask for at a time, 1 to 100.</summary>
    /// <value>100.</value>
    public int Limit { get; init; } = HealtheIntentDefaults.PageLimit;

    /// <summary>Statuses to filter by; empty asks for every status.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];
}
