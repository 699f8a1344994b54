using HeiChartViewer.Flux;

namespace HeiChartViewer.Web.Chart;

/// <summary>The store's slice of the chart as a whole.</summary>
public sealed class ChartFeature : Feature<ChartState>
{
    /// <inheritdoc />
    public override string GetName() => "Chart";

    /// <inheritdoc />
    protected override ChartState GetInitialState() => new(null, null);
}
