namespace HeiChartViewer.Web.Hosting;

/// <summary>Whether the app stands before a live tenant or before its own sandbox.</summary>
/// <param name="EhrAddress">Where the sandbox's EHR is; null before a live tenant.</param>
public sealed record ViewerMode(Uri? EhrAddress)
{
    /// <summary>Whether every patient is made up.</summary>
    public bool IsSandbox => EhrAddress is not null;
}
