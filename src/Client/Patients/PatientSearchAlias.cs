namespace HealtheIntent.Client;

/// <summary>An identifier to search by (contract 3.2).</summary>
/// <param name="System">The namespace, an OID; null searches all.</param>
/// <param name="Value">The identifier.</param>
public sealed record PatientSearchAlias(string? System, string Value)
{
    /// <summary>The name of the type; an identifier never reaches a log by accident.</summary>
    public override string ToString() => nameof(PatientSearchAlias);
}
