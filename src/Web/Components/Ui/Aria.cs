namespace HeiChartViewer.Web.Components.Ui;

/// <summary>Values of ARIA attributes. A bool alone would make the attribute come and go.</summary>
public static class Aria
{
    /// <summary>A state that is on or off, and said in either case.</summary>
    public static string State(bool isOn) => isOn ? "true" : "false";
}
