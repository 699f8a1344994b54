using System.IO.Pipes;

/// <summary>
/// What the runtime calls in a process before its own entry point. Whoever connects to the pipe and sends a line gets
/// the bytes that live on the heap.
/// </summary>
internal sealed class StartupHook
{
    /// <summary>The environment variable that names the pipe.</summary>
    public const string PipeVariable = "HEICHARTVIEWER_BENCH_PIPE";

    private StartupHook() { }

    /// <summary>Called by the runtime, by this name and without a namespace.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(PipeVariable) is { } name)
            _ = AnswerAsync(name);
    }

    private static async Task AnswerAsync(string name)
    {
        await using var pipe = new NamedPipeServerStream(
            name,
            PipeDirection.InOut,
            1,
            PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous
        );
        await pipe.WaitForConnectionAsync();
        using var questions = new StreamReader(pipe);
        await using var answers = new StreamWriter(pipe) { AutoFlush = true };
        while (await questions.ReadLineAsync() is not null)
            await answers.WriteLineAsync($"{LivingBytes()}");
    }

    private static long LivingBytes()
    {
        // What finalizers let go of is collected by the next round.
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, true);
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
