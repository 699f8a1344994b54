namespace HeiChartViewer.Sandbox.Population;

/// <summary>Who the tenant knows, and the sources it knows them from.</summary>
internal sealed record TenantPopulation(
    IReadOnlyList<DataPartition> DataPartitions,
    IReadOnlyList<Person> People
);
