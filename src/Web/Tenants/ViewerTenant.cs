using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Tenants;

/// <summary>
/// One tenant of HealtheIntent that this process serves, with what is its own. It never changes, and holds nothing to ask
/// with: that is <see cref="TenantClients"/>'.
/// </summary>
public sealed class ViewerTenant
{
    /// <summary>What the configuration calls it.</summary>
    public required string Name { get; init; }

    /// <summary>What the audit log and the meters call it: its mnemonic, or where it has none, what the configuration does.</summary>
    public required string Mnemonic { get; init; }

    /// <summary>The population that its charts are opened in, where the issuer of a launch names no other.</summary>
    public required string PopulationId { get; init; }

    /// <summary>The data partitions whose local ids may be launched.</summary>
    public DataPartitions Partitions { get; init; } = new([]);

    /// <summary>How long its charts stay open.</summary>
    public ChartSessionOptions Session { get; init; } = new();

    /// <summary>The origins that may frame its charts.</summary>
    public IReadOnlyList<string> FrameAncestors { get; init; } = [];

    /// <summary>How many launches a second each of its issuers may make.</summary>
    public int IssuerLaunchesPerSecond { get; init; } = 20;

    /// <summary>How many of its charts may be on screens at once.</summary>
    public int Circuits { get; init; } = int.MaxValue;

    /// <summary>Its pipeline of hierarchical condition categories; null where it has none.</summary>
    public string? HccPipelineId { get; init; }

    /// <summary>Where its facilities are: what "today" means there.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Local;

    /// <summary>The population that its charts are opened in, where nothing names another.</summary>
    public Population Population => new(this, PopulationId);

    /// <inheritdoc />
    public override string ToString() => Name;
}
