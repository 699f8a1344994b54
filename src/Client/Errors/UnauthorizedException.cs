namespace HealtheIntent.Client;

/// <summary>
/// 401: the credential is missing, malformed or no longer valid. Renew the system account's credential (contract 8.4).
/// Or no token was issued for the consumer key, whatever the status of that: <see cref="Problem"/> says why. Without a
/// status: no credential could be read, and nothing was sent.
/// </summary>
public sealed class UnauthorizedException : HealtheIntentException
{
    internal UnauthorizedException(FailedCall call)
        : base(
            Describe("the platform did not accept the system account's credential", call),
            call
        ) => Problem = call.Hints?.Problem;

    internal UnauthorizedException(FailedCall call, Exception innerException)
        : base(
            call.Status is null
                ? "the system account's credential could not be read."
                : Describe("no token was issued for the system account's consumer key", call),
            call,
            innerException
        ) => Problem = call.Hints?.Problem;

    /// <summary>Why, where the platform said it in the words of OAuth (contract 2.3).</summary>
    public OAuthProblem? Problem { get; }

    private static string Describe(string problem, FailedCall call) =>
        call.Hints?.Problem is { } known ? $"{problem}: {known.Code}." : $"{problem}.";
}
