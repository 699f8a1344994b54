namespace HeiChartViewer.Tests.Unit.Sandbox.Population;

/// <summary>The population is read once for all the tests that look at it.</summary>
[CollectionDefinition(Name)]
public sealed class OnePopulation : ICollectionFixture<PopulationSnapshot>
{
    public const string Name = "population";
}
