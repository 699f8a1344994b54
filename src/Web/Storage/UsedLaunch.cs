namespace HeiChartViewer.Web.Storage;

/// <summary>A launch that was used.</summary>
public sealed class UsedLaunch
{
    /// <summary>A digest of who made it and of its id.</summary>
    public required string Key { get; init; }

    /// <summary>When it may be forgotten, in seconds of Unix time.</summary>
    public required long Until { get; init; }
}
