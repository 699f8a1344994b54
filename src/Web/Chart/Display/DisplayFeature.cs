using HeiChartViewer.Flux;

namespace HeiChartViewer.Web.Chart.Display;

/// <summary>The store's slice of how this screen is drawn.</summary>
public sealed class DisplayFeature : Feature<DisplayState>
{
    /// <inheritdoc />
    public override string GetName() => "Display";

    /// <inheritdoc />
    protected override DisplayState GetInitialState() => new(DisplayChoice.Default);
}
