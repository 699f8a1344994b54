using HealtheIntent.Client;

namespace HeiChartViewer.Web.Hosting.Doctor;

/// <summary>What one check found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Outcome">Whether it works.</param>
/// <param name="What">What was seen, without a secret and without a body.</param>
/// <param name="Mender">Who can mend it, and where; null where there is nothing to mend.</param>
internal sealed record Finding(string Check, Outcome Outcome, string What, string? Mender = null)
{
    public static Finding Works(string check, string what) => new(check, Outcome.Works, what);

    public static Finding Fails(string check, string what, string mender) =>
        new(check, Outcome.Fails, what, mender);

    public static Finding Unknown(string check, string what) => new(check, Outcome.Unknown, what);

    /// <summary>The same of one of several tenants: its name goes before, and its keys are where they stand.</summary>
    public Finding Of(string tenant) =>
        this with
        {
            Check = $"{tenant}: {Check}",
            Mender = Mender is null ? null : Menders.Of(tenant, Mender),
        };

    /// <summary>What could not be looked at, because something before it failed.</summary>
    public static IEnumerable<Finding> NotTried(string why, params IEnumerable<string> checks) =>
        checks.Select(check => Unknown(check, $"not tried: {why}"));

    /// <summary>What a failed call says, and to whom.</summary>
    public static Finding Of(string check, HealtheIntentException error)
    {
        // The client's messages name an operation, a status and a correlation ID; never a body or an address.
        return error switch
        {
            UnauthorizedException { Status: null } => Fails(
                check,
                error.Message,
                Menders.Key("HealtheIntent:Credential")
            ),
            UnauthorizedException { Problem.Code: "timestamp_refused" } => Fails(
                check,
                error.Message,
                Menders.Clock
            ),
            UnauthorizedException { Problem.IsOfRequest: true } => Fails(
                check,
                error.Message,
                Menders.Key("HealtheIntent:Credential:OAuth")
            ),
            UnauthorizedException => Fails(check, error.Message, Menders.SystemAccount),
            NotGrantedException => Fails(check, error.Message, Menders.Console),
            UnavailableException { Reason: UnavailableReason.Unreachable } => Fails(
                check,
                error.Message,
                Menders.Network
            ),
            _ => Fails(check, error.Message, Menders.Vendor),
        };
    }
}
