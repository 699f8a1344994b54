using HeiChartViewer.Sandbox.Credentials;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>How many requests the tenant takes from each account.</summary>
internal sealed record ThrottleOrder
{
    /// <summary>Whose requests; null is each account's, each from a bucket of its own.</summary>
    public string? Account { get; init; }

    /// <summary>How many requests a second go on for ever.</summary>
    public double? PerSecond { get; init; }

    /// <summary>How many may come at once.</summary>
    public int? Burst { get; init; }

    /// <summary>Whether the 429 says when to come again; the platform's does not (contract 8.5).</summary>
    public bool? RetryAfter { get; init; }

    public string? Refuse(SystemAccounts accounts) =>
        PerSecond is null or <= 0 or > 100_000 || !double.IsFinite(PerSecond.Value)
            ? "perSecond is required, above 0 and at most 100000"
        : Burst is null or < 1 or > 100_000 ? "burst is required, between 1 and 100000"
        : Account is not null && accounts.Find(Account) is null ? "account is not an account"
        : null;
}
