using HeiChartViewer.Sandbox;
using HeiChartViewer.Sandbox.Exchange;

namespace HeiChartViewer.Tests.Unit.Sandbox.Exchange;

/// <summary>The named cases in a population file, written once.</summary>
public sealed class ExportedCases : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cases");

    public ExportedCases() =>
        ExportCommand.Run(File, new SandboxOptions { Patients = 0 }, TextWriter.Null);

    public string File => Path.Combine(_folder.FullName, "cases.json");

    public void Dispose() => _folder.Delete(recursive: true);
}
