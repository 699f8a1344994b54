using HealtheIntent.Client;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Launch;

/// <summary>What is known of a launch that was refused, for the audit log alone.</summary>
public sealed record LaunchAttempt
{
    /// <summary>Who, where that is known.</summary>
    public ChartUser? User { get; init; }

    /// <summary>
    /// Which issuer of the configuration it names, where nobody knows the user yet. What the configuration says of that one
    /// is recorded; it may have been somebody else who named it.
    /// </summary>
    public IssuerOptions? Issuer { get; init; }

    /// <summary>Of which tenant, where that is known.</summary>
    public ViewerTenant? Tenant { get; init; }

    /// <summary>Whose chart, where the launch named one.</summary>
    public SourceIdentifier? Patient { get; init; }

    /// <summary>What exactly was wrong, where the refusal itself is told in general words.</summary>
    public string? Detail { get; init; }
}
