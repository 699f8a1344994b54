using HeiChartViewer.Flux;

namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>The store's slice of the open document.</summary>
public sealed class DocumentFeature : Feature<DocumentState>
{
    /// <inheritdoc />
    public override string GetName() => "Document";

    /// <inheritdoc />
    protected override DocumentState GetInitialState() => new();
}
