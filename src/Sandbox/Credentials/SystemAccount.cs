using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>A system account: who a calling system is, and what it was granted (contract 2.1).</summary>
internal sealed class SystemAccount(SystemAccountOptions options)
{
    private readonly HashSet<string> _grants = [.. options.Grants];

    public string Name { get; } = options.Name;

    /// <summary>The bearer token it starts with.</summary>
    public string FirstBearerToken { get; } = options.BearerToken;

    public string? ConsumerKey { get; } = options.ConsumerKey;

    public string? ConsumerSecret { get; } = options.ConsumerSecret;

    public IReadOnlyCollection<string> Grants => _grants;

    public bool IsGranted(TenantRoute route) =>
        _grants.Count == 0
        || _grants.Contains(route.Api)
        || _grants.Contains($"{route.Api}/{route.Resource}");
}
