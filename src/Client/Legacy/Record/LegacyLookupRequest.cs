namespace HealtheIntent.Client.Legacy;

/// <summary>What is asked of the person ID lookup (contract 4.2).</summary>
internal sealed record LegacyLookupRequest(string Id)
{
    public override string ToString() => nameof(LegacyLookupRequest);
}
