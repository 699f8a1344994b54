namespace HeiChartViewer.Web.Hosting.Doctor;

/// <summary>Whether something works.</summary>
internal enum Outcome
{
    /// <summary>It does.</summary>
    Works,

    /// <summary>It does not.</summary>
    Fails,

    /// <summary>It does not, and nothing in the viewer needs it.</summary>
    Unneeded,

    /// <summary>Something before it failed, so that it could not be tried.</summary>
    Unknown,
}
