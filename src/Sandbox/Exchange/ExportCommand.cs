using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Exchange;

/// <summary>Writes the population that the options describe to a file that <c>--population</c> reads.</summary>
internal static class ExportCommand
{
    /// <exception cref="SandboxOptionsException">The options are wrong, or the file cannot be written.</exception>
    public static void Run(string file, SandboxOptions options, TextWriter output)
    {
        if (options.Validate() is { Count: > 0 } errors)
            throw new SandboxOptionsException(errors);
        var population = TenantPopulation.From(options);
        PopulationFile.Write(population, file);
        output.WriteLine($"{population.People.Count} patients written to {file}.");
    }
}
