namespace HealtheIntent.Client;

/// <summary>
/// 401: the credential is missing, malformed or no longer valid. Renew the system account's credential (contract 8.4).
/// Without a status: no credential could be read, and nothing was sent.
/// </summary>
public sealed class UnauthorizedException : HealtheIntentException
{
    internal UnauthorizedException(FailedCall call)
        : base("the platform did not accept the system account's credential.", call) { }

    internal UnauthorizedException(FailedCall call, Exception innerException)
        : base("the system account's credential could not be read.", call, innerException) { }
}
