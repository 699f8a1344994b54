using System.Globalization;

namespace HeiChartViewer.Sandbox.Ehr;

/// <summary>Dates as the EHR shows them: 20-Aug-1934.</summary>
internal static class ClinicalDate
{
    public static string Of(DateOnly day) =>
        day.ToString("dd-MMM-yyyy", CultureInfo.InvariantCulture);
}
