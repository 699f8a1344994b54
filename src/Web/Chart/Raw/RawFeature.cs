using HeiChartViewer.Flux;

namespace HeiChartViewer.Web.Chart.Raw;

/// <summary>The store's slice of the record that is shown as it was received.</summary>
public sealed class RawFeature : Feature<RawState>
{
    /// <inheritdoc />
    public override string GetName() => "Raw";

    /// <inheritdoc />
    protected override RawState GetInitialState() => new();
}
