using HeiChartViewer.Sandbox.Credentials;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>The body of an order to give an account another bearer token.</summary>
internal sealed record RotateOrder
{
    private const int DefaultOverlapSeconds = 300;

    public string? Account { get; init; }

    /// <summary>How long the old token goes on.</summary>
    public int? OverlapSeconds { get; init; }

    public TimeSpan Overlap() => TimeSpan.FromSeconds(OverlapSeconds ?? DefaultOverlapSeconds);

    public string? Refuse(SystemAccounts accounts) =>
        accounts.Find(Account) is null ? "account is not an account"
        : OverlapSeconds is < 0 ? "overlapSeconds must be 0 or more, or null"
        : null;
}
