using System.Diagnostics;
using System.Globalization;
using HeiChartViewer.Sandbox;

namespace HeiChartViewer.Tests.Unit.Sandbox;

/// <summary>The sandbox run alone, as its own program: another process hashes, allocates and formats in its own way.</summary>
internal sealed class SandboxProcess : IDisposable
{
    private readonly Process _process;

    private SandboxProcess(Process process, Uri address) =>
        (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <param name="seed">What the population grows from.</param>
    /// <param name="patients">How many there are.</param>
    /// <param name="locale">The language of the machine.</param>
    /// <param name="zone">The time zone of the machine.</param>
    public static async Task<SandboxProcess> StartAsync(
        int seed,
        int patients,
        string locale,
        string zone
    )
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(SandboxServer).Assembly.Location,
                "--urls",
                "http://localhost:0",
                "--seed",
                seed.ToString(CultureInfo.InvariantCulture),
                "--patients",
                patients.ToString(CultureInfo.InvariantCulture),
            ]
        )
        {
            RedirectStandardOutput = true,
        };
        start.Environment["LC_ALL"] = locale;
        start.Environment["TZ"] = zone;
        var process = Process.Start(start)!;
        try
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line)
                if (line.Trim().Split(' ', 2) is ["EHR", var address])
                    return new SandboxProcess(process, new Uri(new Uri(address.Trim()), "/"));
            throw new InvalidOperationException("The sandbox did not start.");
        }
        catch
        {
            Stop(process);
            throw;
        }
    }

    public void Dispose() => Stop(_process);

    private static void Stop(Process process)
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
