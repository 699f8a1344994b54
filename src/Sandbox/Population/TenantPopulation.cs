using HeiChartViewer.Sandbox.Exchange;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>Who the tenant knows, and the sources it knows them from.</summary>
internal sealed record TenantPopulation(
    IReadOnlyList<DataPartition> DataPartitions,
    IReadOnlyList<Person> People
)
{
    /// <summary>The day that records are written up to.</summary>
    public DateOnly Today { get; init; } = RecordDates.Today;

    /// <summary>The population of a file where the options name one, else the one that grows from the seed.</summary>
    /// <exception cref="SandboxOptionsException">The file cannot be used.</exception>
    public static TenantPopulation From(SandboxOptions options) =>
        options.Population is { Length: > 0 } file
            ? PopulationFile.Read(file)
            : Census.Take(options.Seed, options.Patients, options.Today);
}
