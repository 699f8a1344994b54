namespace HeiChartViewer.Web.Hosting;

/// <summary>Whether the app stands before a live tenant or before its own sandbox.</summary>
/// <param name="EhrAddress">Where the sandbox's EHR is; null before a live tenant.</param>
public sealed record ViewerMode(Uri? EhrAddress)
{
    /// <summary>Whether every patient is made up.</summary>
    public bool IsSandbox => EhrAddress is not null;

    /// <summary>Whether users sign in with a provider of their organisation.</summary>
    public bool HasProvider { get; init; }

    /// <summary>Whether anyone may pick a made-up user: only before made-up patients, and never beside a real sign-in.</summary>
    public bool HasDemoUsers => IsSandbox && !HasProvider;
}
