using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>A lasting change of a value, reached step by step.</summary>
internal sealed record PhysiologyShift(LabTest Test, DateOnly From, double By, int OverDays)
{
    public double On(DateOnly day) =>
        By * Math.Clamp((day.DayNumber - From.DayNumber) / (double)Math.Max(1, OverDays), 0, 1);
}
