namespace HealtheIntent.Client;

/// <summary>403: the system account has no grant for the API named in <see cref="HealtheIntentException.Api"/>. Ask for it in the platform's console (contract 8.4).</summary>
public sealed class NotGrantedException : HealtheIntentException
{
    internal NotGrantedException(FailedCall call)
        : base("the system account has no grant for this API.", call) { }
}
