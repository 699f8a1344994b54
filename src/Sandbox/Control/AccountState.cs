namespace HeiChartViewer.Sandbox.Control;

/// <summary>A system account as the control shows it: nothing of the sandbox is secret.</summary>
/// <param name="Grants">What it may reach; none is everything.</param>
/// <param name="BearerTokens">What proves it now, the newest last.</param>
internal sealed record AccountState(
    string Name,
    IReadOnlyCollection<string> Grants,
    IReadOnlyList<AccountToken> BearerTokens,
    string? ConsumerKey,
    string? ConsumerSecret
);
