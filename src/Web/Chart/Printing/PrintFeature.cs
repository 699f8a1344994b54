using HeiChartViewer.Flux;

namespace HeiChartViewer.Web.Chart.Printing;

/// <summary>The store's slice of printing.</summary>
public sealed class PrintFeature : Feature<PrintState>
{
    /// <inheritdoc />
    public override string GetName() => "Print";

    /// <inheritdoc />
    protected override PrintState GetInitialState() => new();
}
