namespace HeiChartViewer.Web.Launch.Signed;

/// <summary>Launches that a host signs, under <c>Launch:Signed</c>: for hosts that cannot do OAuth.</summary>
public sealed class SignedLaunchOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Launch:Signed";

    /// <summary>The hosts that may sign, each under a name of the deployment's own choosing.</summary>
    public IDictionary<string, SignedIssuerOptions> Issuers { get; init; } =
        new Dictionary<string, SignedIssuerOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whom a launch must be meant for.</summary>
    /// <value>Required before a live tenant; beside the sandbox, the launch address as the request names it.</value>
    public string? Audience { get; set; }
}

/// <summary>A host that signs launches.</summary>
public sealed class SignedIssuerOptions : IssuerOptions
{
    /// <summary>Where it publishes its keys; https, or http on loopback.</summary>
    public string? JwksUri { get; set; }

    /// <summary>A file with its keys, read again when it changes.</summary>
    public string? JwksFile { get; set; }

    /// <summary>The data partitions whose patients it may name.</summary>
    public IList<string> DataPartitions { get; init; } = [];
}
