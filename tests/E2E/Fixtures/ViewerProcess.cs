using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HeiChartViewer.Tests.E2E.Fixtures;

/// <summary>The viewer beside its sandbox, started as a user starts it: as a process, on free ports.</summary>
public sealed partial class ViewerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource _ready = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly string _folder = Directory
        .CreateTempSubdirectory("heichartviewer-e2e-")
        .FullName;

    private Sentinels? _sentinels;

    private ViewerProcess(string[] arguments)
    {
        string[] fixedArguments =
        [
            "--urls",
            "http://127.0.0.1:0",
            "--Sandbox:Urls",
            "http://localhost:0",
            "--Viewer:AuditDatabase",
            AuditDatabase,
            "--Viewer:TimeZone",
            "Etc/UTC",
        ];
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(Assembly)!,
        };
        start.ArgumentList.Add(Assembly);
        foreach (var argument in fixedArguments.Concat(arguments))
            start.ArgumentList.Add(argument);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) =>
            _ready.TrySetException(
                new InvalidOperationException($"The viewer did not start:\n{Output}")
            );
    }

    /// <summary>The app's address.</summary>
    public Uri App { get; private set; } = default!;

    /// <summary>The demo EHR's address.</summary>
    public Uri Ehr { get; private set; } = default!;

    /// <summary>Everything the process has written: the log that must hold no patient.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>The audit log's file.</summary>
    public string AuditDatabase => Path.Combine(_folder, "audit.db");

    /// <summary>The app, as it was built with the tests.</summary>
    public static string Assembly => Metadata("ViewerAssembly");

    /// <summary>The repository that the tests were built from.</summary>
    public static string RepositoryRoot => Metadata("RepositoryRoot");

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<ViewerProcess> StartAsync(params string[] arguments)
    {
        var viewer = new ViewerProcess(arguments);
        viewer._process.Start();
        viewer._process.BeginOutputReadLine();
        viewer._process.BeginErrorReadLine();
        await viewer._ready.Task.WaitAsync(StartLimit);
        using var sandbox = new SandboxControl(new Uri(viewer.Ehr, "/"));
        viewer._sentinels = new Sentinels(await sandbox.PatientsAsync());
        return viewer;
    }

    /// <summary>The address that an EHR would launch a patient with.</summary>
    public Uri LaunchAddress(SandboxPatient patient) =>
        new(
            App,
            $"/launch?personId={patient.PersonId}.00&dataPartitionId={patient.DataPartitionId}"
        );

    /// <summary>Lets it do nothing for a while, as a machine does that has too much to do.</summary>
    public Task SuspendAsync() => SignalAsync("STOP");

    /// <summary>Lets it go on after <see cref="SuspendAsync" />.</summary>
    public Task ResumeAsync() => SignalAsync("CONT");

    /// <summary>The audit log, as it is handed over.</summary>
    public async Task<IReadOnlyList<JsonNode>> ExportAuditAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        string[] arguments = [Assembly, "audit", "export", "--Viewer:AuditDatabase", AuditDatabase];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var export = Process.Start(start)!;
        var lines = await export.StandardOutput.ReadToEndAsync();
        await export.WaitForExitAsync();
        return
        [
            .. lines
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line[0] == '{')
                .Select(line => JsonNode.Parse(line)!),
        ];
    }

    /// <summary>Stops it. Whatever a test made it do, what it wrote names nobody (control 54).</summary>
    /// <exception cref="InvalidOperationException">It wrote of a patient.</exception>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
        if (_sentinels?.In(Output) is { Count: > 0 } named)
            throw new InvalidOperationException(
                $"The viewer wrote of patients:\n{string.Join('\n', named)}"
            );
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{signal} {_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        if (EhrLine().Match(line) is { Success: true } ehr)
            Ehr = new Uri(ehr.Groups[1].Value);
        if (AppLine().Match(line) is { Success: true } app)
        {
            App = new Uri(app.Groups[1].Value);
            _ready.TrySetResult();
        }
    }

    private static string Metadata(string key) =>
        typeof(ViewerProcess)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key)
            .Value!;

    [GeneratedRegex(@"demo EHR\s+(http\S+)")]
    private static partial Regex EhrLine();

    [GeneratedRegex(@"sign in and search\s+(http\S+)")]
    private static partial Regex AppLine();
}
