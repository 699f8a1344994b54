namespace HealtheIntent.Client;

/// <summary>
/// The platform answered with something the contract does not allow: no JSON, a member of the wrong type, a link to
/// another host or patient, more bytes than the limit. Nothing of the answer may be shown.
/// </summary>
public sealed class ContractViolationException : HealtheIntentException
{
    internal ContractViolationException(
        FailedCall call,
        string problem,
        string? jsonPath = null,
        Exception? innerException = null
    )
        : base(jsonPath is null ? problem : $"{problem} At {jsonPath}.", call, innerException) =>
        JsonPath = jsonPath;

    /// <summary>Where in the answer the violation is, as a JSON path; null when it is not in its JSON.</summary>
    public string? JsonPath { get; }
}
