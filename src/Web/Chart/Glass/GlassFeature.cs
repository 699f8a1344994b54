using HeiChartViewer.Flux;

namespace HeiChartViewer.Web.Chart.Glass;

/// <summary>The store's slice of the glass.</summary>
public sealed class GlassFeature : Feature<GlassState>
{
    /// <inheritdoc />
    public override string GetName() => "Glass";

    /// <inheritdoc />
    protected override GlassState GetInitialState() => new();
}
