using HeiChartViewer.Flux;

namespace HeiChartViewer.Web.Chart.Visits;

/// <summary>The store's slice of the visit that the chart is narrowed to.</summary>
public sealed class VisitFeature : Feature<VisitState>
{
    /// <inheritdoc />
    public override string GetName() => "Visit";

    /// <inheritdoc />
    protected override VisitState GetInitialState() => new(Visit: null);
}
