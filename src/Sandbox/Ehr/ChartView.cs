namespace HeiChartViewer.Sandbox.Ehr;

/// <summary>How the chart page shows the app: which launch, in which kind of frame, once or twice.</summary>
public sealed record ChartView(string Kind, string Frame, bool IsTwice)
{
    internal static ChartView Read(IQueryCollection query) =>
        new(
            LaunchKind.Known(query["kind"]),
            FrameSandbox.Known(query["frame"]),
            query["frames"] == "2"
        );

    public string Query => $"?kind={Kind}&frame={Frame}{(IsTwice ? "&frames=2" : "")}";
}
