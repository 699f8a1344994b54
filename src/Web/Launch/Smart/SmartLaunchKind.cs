namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>Who chose the patient.</summary>
internal enum SmartLaunchKind
{
    /// <summary>The EHR, where the patient's chart is open.</summary>
    Ehr,

    /// <summary>The user, on a page of the EHR's server.</summary>
    Standalone,
}
