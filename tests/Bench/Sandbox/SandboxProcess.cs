using System.Diagnostics;
using System.Globalization;
using HeiChartViewer.Sandbox;

namespace HeiChartViewer.Bench.Sandbox;

/// <summary>A sandbox in a process of its own, so that only its own memory is counted. It ends when its standard input does.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SandboxProcess(Process process, Uri address) =>
        (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<SandboxProcess> StartAsync(int patients)
    {
        string[] arguments = [Program.SandboxVerb, patients.ToString(CultureInfo.InvariantCulture)];
        var process = Process.Start(
            new ProcessStartInfo(
                Environment.ProcessPath!,
                Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
                    ? [typeof(SandboxProcess).Assembly.Location, .. arguments]
                    : arguments
            )
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        var address = await process.StandardOutput.ReadLineAsync();
        return new SandboxProcess(
            process,
            new Uri(address ?? throw new InvalidOperationException("The sandbox did not start."))
        );
    }

    /// <summary>What the process does: serves, and says how much it has allocated when it is sent a line.</summary>
    public static async Task ServeAsync(int patients)
    {
        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions { Urls = "http://localhost:0", Patients = patients }
        );
        Console.WriteLine(server.BaseAddress);
        while (await Console.In.ReadLineAsync() is not null)
            Console.WriteLine(GC.GetTotalAllocatedBytes(precise: true));
    }

    public double ResidentMebibytes()
    {
        _process.Refresh();
        return _process.WorkingSet64 / 1024.0 / 1024.0;
    }

    public async Task<long> AllocatedBytesAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        return long.Parse(
            (await _process.StandardOutput.ReadLineAsync())!,
            CultureInfo.InvariantCulture
        );
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
