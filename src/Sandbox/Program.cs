using System.Runtime.InteropServices;
using HeiChartViewer.Sandbox.Exchange;

namespace HeiChartViewer.Sandbox;

/// <summary>Runs the sandbox tenant and its EHR by themselves, or exchanges their population with files.</summary>
public static class Program
{
    private static readonly Dictionary<string, string> Short = new()
    {
        ["--population"] = $"{SandboxOptions.Section}:{nameof(SandboxOptions.Population)}",
        ["--seed"] = $"{SandboxOptions.Section}:{nameof(SandboxOptions.Seed)}",
        ["--today"] = $"{SandboxOptions.Section}:{nameof(SandboxOptions.Today)}",
        ["--patients"] = $"{SandboxOptions.Section}:{nameof(SandboxOptions.Patients)}",
        ["--tenant"] = $"{SandboxOptions.Section}:{nameof(SandboxOptions.Tenant)}",
        ["--urls"] = $"{SandboxOptions.Section}:{nameof(SandboxOptions.Urls)}",
    };

    /// <summary>Starts the sandbox and waits until it is stopped; or does what the first word says.</summary>
    /// <returns>0, or 1 where the options or a file do not allow it; why is then on standard error.</returns>
    public static async Task<int> Main(string[] args)
    {
        try
        {
            switch (args)
            {
                case ["export", var file, .. var rest]:
                    ExportCommand.Run(file, Options(rest), Console.Out);
                    break;
                case ["import-fhir", var folder, var file]:
                    ImportFhirCommand.Run(folder, file, Console.Out);
                    break;
                case ["export" or "import-fhir", ..]:
                    throw new SandboxOptionsException([
                        "Use: export FILE [--seed N] [--patients N] [--today YYYY-MM-DD] [--population FILE], or: import-fhir FOLDER FILE.",
                    ]);
                default:
                    await ServeAsync(Options(args));
                    break;
            }
            return 0;
        }
        catch (SandboxOptionsException exception)
        {
            foreach (var error in exception.Errors)
                await Console.Error.WriteLineAsync(error);
            return 1;
        }
    }

    private static SandboxOptions Options(string[] args) =>
        SandboxOptions.From(
            new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args, Short).Build()
        );

    private static async Task ServeAsync(SandboxOptions options)
    {
        var stopped = new TaskCompletionSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await using var server = await SandboxServer.StartAsync(options);
        Console.WriteLine(
            $"""
            Sandbox tenant and EHR. SYNTHETIC DATA.
              EHR           {server.EhrAddress}
              tenant        {server.Tenant}, {server.BaseAddress}{"{api}"}/v1/…
              population    {SandboxOptions.PopulationId}
              bearer token  {SandboxOptions.BearerToken}
              consumer key  {SandboxOptions.ConsumerKey}
              its secret    {SandboxOptions.ConsumerSecret}, tokens at {server.BaseAddress}oauth/access
              limited to patient, allergy, condition: {SandboxOptions.LimitedBearerToken}
              cases         {server.BaseAddress}sandbox/catalogue
              chart viewer  {server.AppUrl}
            """
        );
        await stopped.Task;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopped.TrySetResult();
        }
    }
}
