namespace HeiChartViewer.Sandbox.Population;

/// <summary>How a patient was seen.</summary>
internal enum VisitKind
{
    /// <summary>In a clinic by appointment.</summary>
    Office,

    /// <summary>In the emergency department.</summary>
    Emergency,

    /// <summary>As an inpatient.</summary>
    Inpatient,
}
