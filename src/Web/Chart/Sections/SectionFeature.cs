using HeiChartViewer.Flux;

namespace HeiChartViewer.Web.Chart.Sections;

/// <summary>The store's slice of one section.</summary>
public sealed class SectionFeature<TRecord> : Feature<SectionState<TRecord>>
{
    /// <inheritdoc />
    public override string GetName() => $"Section.{typeof(TRecord).Name}";

    /// <inheritdoc />
    protected override SectionState<TRecord> GetInitialState() => SectionState<TRecord>.Initial;
}
