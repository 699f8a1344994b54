namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

/// <summary>How a client of the launcher proves itself.</summary>
internal enum LauncherClient
{
    /// <summary>Not at all.</summary>
    Public,

    /// <summary>By a secret.</summary>
    Symmetric,

    /// <summary>By a key.</summary>
    Asymmetric,
}
