using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Pathways;

/// <summary>A way a life goes: who it happens to, and what happens.</summary>
/// <param name="Title">What the worklist calls it.</param>
/// <param name="What">What there is to see.</param>
/// <param name="Weight">How common it is among the population.</param>
/// <param name="Ages">The ages of those it happens to.</param>
/// <param name="Sex">The sex it happens to, when only one.</param>
/// <param name="Live">Writes the chart.</param>
internal sealed record Pathway(
    string Title,
    string What,
    int Weight,
    (int From, int To) Ages,
    Sex? Sex,
    Action<ChartBuilder> Live
)
{
    /// <summary>How likely one is to have died of it.</summary>
    public double Lethality { get; init; }

    /// <summary>What everybody writes of their smoking, when the illness says it.</summary>
    public Term? Smokes { get; init; }
}
