namespace HealtheIntent.Client;

/// <summary>404: the population, the patient or the record does not exist. A patient ID may have become stale: resolve it again, once (contract 8.7).</summary>
public sealed class NotFoundException : HealtheIntentException
{
    internal NotFoundException(FailedCall call)
        : base("the population, the patient or the record was not found.", call) { }
}
