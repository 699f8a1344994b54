using HeiChartViewer.Web.Chart.Results;

namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>A medication as a bar on the graph's time axis.</summary>
/// <param name="Course">The medication.</param>
/// <param name="X">Where it may begin at the earliest.</param>
/// <param name="SureX">From where on it is sure.</param>
/// <param name="SureEndX">Up to where it is sure.</param>
/// <param name="EndX">Where it may end at the latest.</param>
/// <param name="Y">The upper edge of the bar.</param>
public sealed record DrawnMedication(
    MedicationCourse Course,
    double X,
    double SureX,
    double SureEndX,
    double EndX,
    double Y
);
