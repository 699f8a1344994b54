using HeiChartViewer.Flux;

namespace HeiChartViewer.Web.Chart.Finding;

/// <summary>The store's slice of the search within the chart.</summary>
public sealed class FindFeature : Feature<FindState>
{
    /// <inheritdoc />
    public override string GetName() => "Find";

    /// <inheritdoc />
    protected override FindState GetInitialState() => new();
}
