using HeiChartViewer.Sandbox.Exchange.Fhir;

namespace HeiChartViewer.Sandbox.Exchange;

/// <summary>Translates a folder of FHIR R4 into a population file, and says what had no place in it.</summary>
internal static class ImportFhirCommand
{
    /// <exception cref="SandboxOptionsException">The folder cannot be read, or the file cannot be written.</exception>
    public static void Run(string folder, string file, TextWriter output)
    {
        var import = new FhirImport(FhirArchive.Open(folder));
        var content = import.Run();
        PopulationFile.Write(content.DataPartitions, content.Patients, file);
        import.Report.WriteTo(output);
        output.WriteLine($"{content.Patients.Count} patients written to {file}.");
    }
}
