using System.Runtime.InteropServices;

namespace HeiChartViewer.Sandbox;

/// <summary>Runs the sandbox tenant and its EHR by themselves.</summary>
public static class Program
{
    /// <summary>Starts the sandbox and waits until it is stopped.</summary>
    public static async Task<int> Main(string[] args)
    {
        var options = new SandboxOptions();
        new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddCommandLine(args)
            .Build()
            .GetSection(SandboxOptions.Section)
            .Bind(options);
        if (options.Validate() is { Count: > 0 } errors)
        {
            foreach (var error in errors)
                await Console.Error.WriteLineAsync(error);
            return 1;
        }

        var stopped = new TaskCompletionSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await using var server = await SandboxServer.StartAsync(options);
        Console.WriteLine(
            $"""
            Sandbox tenant and EHR. SYNTHETIC DATA.
              EHR           {server.EhrAddress}
              tenant        {server.BaseAddress}{"{api}"}/v1/…
              population    {SandboxOptions.PopulationId}
              bearer token  {SandboxOptions.BearerToken}
              limited to patient, allergy, condition: {SandboxOptions.LimitedBearerToken}
              cases         {server.BaseAddress}sandbox/catalogue
              chart viewer  {server.AppUrl}
            """
        );
        await stopped.Task;
        return 0;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopped.TrySetResult();
        }
    }
}
