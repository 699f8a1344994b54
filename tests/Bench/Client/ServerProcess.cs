using System.Diagnostics;

namespace HeiChartViewer.Bench.Client;

/// <summary>The server as a process of its own, so that nothing it allocates is counted here.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<ServerProcess> StartAsync()
    {
        var process = Process.Start(
            new ProcessStartInfo(
                Environment.ProcessPath!,
                Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
                    ? [typeof(ServerProcess).Assembly.Location, Program.ServerVerb]
                    : [Program.ServerVerb]
            )
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        var address = await process.StandardOutput.ReadLineAsync();
        return new ServerProcess(
            process,
            new Uri(address ?? throw new InvalidOperationException("The server did not start."))
        );
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
