namespace HeiChartViewer.Sandbox;

/// <summary>Runs the sandbox tenant and its EHR by themselves.</summary>
public sealed class Program
{
    private Program() { }

    /// <summary>Starts the sandbox and waits until it is stopped.</summary>
    public static async Task Main(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var options = configuration.GetSection("Sandbox").Get<SandboxOptions>() ?? new SandboxOptions();
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, press) =>
        {
            press.Cancel = true;
            stop.Cancel();
        };
        await using var sandbox = await SandboxServer.StartAsync(options, stop.Token);
        await Console.Out.WriteLineAsync(
            $"""

            A made-up HealtheIntent tenant and its EHR are ready.

              Demo EHR               {sandbox.EhrAddress}
              API                    {sandbox.BaseAddress}
              Population             {SandboxOptions.PopulationId}
              Bearer, all APIs       {SandboxOptions.BearerToken}
              Bearer, three APIs     {SandboxOptions.LimitedBearerToken}

            Press Ctrl+C to stop.

            """
        );
        try
        {
            await Task.Delay(Timeout.Infinite, stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how it ends.
        }
    }
}
