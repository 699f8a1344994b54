namespace HeiChartViewer.Tests.Unit.Web.Security.Asvs;

/// <summary>How the viewer stands to a requirement.</summary>
internal enum Standing
{
    /// <summary>Tests prove it.</summary>
    Proved,

    /// <summary>Tests prove a part; what is missing is said.</summary>
    Partly,

    /// <summary>It asks for a document.</summary>
    Written,

    /// <summary>There is nothing that it could be about.</summary>
    DoesNotApply,

    /// <summary>Whoever runs the viewer has to see to it.</summary>
    Deployment,

    /// <summary>It is not met, or nothing shows that it is.</summary>
    NotCovered,
}
