using HeiChartViewer.Flux;

namespace HeiChartViewer.Web.Search;

/// <summary>The store's slice of the person search.</summary>
public sealed class PersonSearchFeature : Feature<PersonSearchState>
{
    /// <inheritdoc />
    public override string GetName() => "PersonSearch";

    /// <inheritdoc />
    protected override PersonSearchState GetInitialState() => PersonSearchState.Initial;
}
