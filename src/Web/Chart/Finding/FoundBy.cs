namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>Who found a record; it may be both.</summary>
[Flags]
public enum FoundBy
{
    /// <summary>This viewer, in the records it has received.</summary>
    Viewer = 1,

    /// <summary>The tenant's chart search, in the texts of documents and in measurements.</summary>
    Tenant = 2,
}
