using System.Globalization;
using System.IO.Pipes;

namespace HeiChartViewer.Bench.Chart;

/// <summary>
/// Asks a .NET process for the bytes that live on its heap after a forced collection. The process under test is the
/// one that is measured, not a copy of it: the runtime starts <see cref="StartupHook"/> in it.
/// </summary>
internal sealed class HeapProbe : IAsyncDisposable
{
    private const string HookVariable = "DOTNET_STARTUP_HOOKS";

    private readonly NamedPipeClientStream _pipe;
    private readonly StreamReader _answers;
    private readonly StreamWriter _questions;

    private HeapProbe(NamedPipeClientStream pipe)
    {
        _pipe = pipe;
        _answers = new StreamReader(pipe);
        _questions = new StreamWriter(pipe) { AutoFlush = true };
    }

    /// <summary>Starts a process that can be asked. The variables are its own: what is started later has none of them.</summary>
    public static async Task<(T Started, HeapProbe Probe)> StartAsync<T>(Func<Task<T>> start)
    {
        var name = $"heichartviewer-bench-{Environment.ProcessId}-{typeof(T).Name}";
        Environment.SetEnvironmentVariable(HookVariable, typeof(HeapProbe).Assembly.Location);
        Environment.SetEnvironmentVariable(StartupHook.PipeVariable, name);
        var starting = start();
        var pipe = new NamedPipeClientStream(
            ".",
            name,
            PipeDirection.InOut,
            PipeOptions.Asynchronous
        );
        try
        {
            var started = await starting;
            await pipe.ConnectAsync();
            return (started, new HeapProbe(pipe));
        }
        finally
        {
            Environment.SetEnvironmentVariable(HookVariable, null);
            Environment.SetEnvironmentVariable(StartupHook.PipeVariable, null);
        }
    }

    /// <summary>The bytes that live on the heap now.</summary>
    public async Task<long> BytesAsync()
    {
        await _questions.WriteLineAsync();
        return long.Parse((await _answers.ReadLineAsync())!, CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync() => await _pipe.DisposeAsync();
}
