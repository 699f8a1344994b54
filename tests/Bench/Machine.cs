using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime;

namespace HeiChartViewer.Bench;

/// <summary>What figures were taken on, and of what: without it they say nothing.</summary>
internal static class Machine
{
    /// <summary>Processors, load, runtime, garbage collector and commit, in one line.</summary>
    public static string Describe() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}; {Environment.ProcessorCount} processors, {Processor()}, load {Load()}; .NET {Environment.Version}, {(GCSettings.IsServerGC ? "server" : "workstation")} GC, {GCSettings.LatencyMode}; commit {Commit()}"
        );

    private static string Processor() =>
        ReadLine("/proc/cpuinfo", "model name")?.Split(':', 2)[1].Trim()
        ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
        ?? "unknown";

    /// <summary>How many wanted a processor during the last minute, this program included.</summary>
    private static string Load() => ReadLine("/proc/loadavg", "")?.Split(' ')[0] ?? "unknown";

    private static string? ReadLine(string file, string begin) =>
        File.Exists(file)
            ? File.ReadLines(file)
                .FirstOrDefault(line => line.StartsWith(begin, StringComparison.Ordinal))
            : null;

    private static string Commit() =>
        Git("rev-parse", "--short", "HEAD") is not { Length: > 0 } commit ? "unknown"
        : Git("status", "--porcelain") is "" ? commit
        : commit + "+changes";

    private static string? Git(params string[] arguments)
    {
        var root = typeof(Machine)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RepositoryRoot")
            .Value!;
        try
        {
            using var git = Process.Start(
                new ProcessStartInfo("git", ["-C", root, .. arguments])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            var said = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? said : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // A machine without git knows no commit.
            return null;
        }
    }
}
