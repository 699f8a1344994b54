using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Hosting.Doctor;
using HeiChartViewer.Web.Launch.Signed;
using HeiChartViewer.Web.SignIn.Oidc;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web;

/// <summary>Starts the chart viewer.</summary>
public sealed class Program
{
    private const string DefaultAddress = "http://127.0.0.1:5080";
    private const int BadConfiguration = 78;

    private Program() { }

    /// <summary>
    /// Builds the app and runs it until it is stopped; with no tenant configured, beside the sandbox tenant.
    /// </summary>
    /// <remarks>
    /// With the word <c>doctor</c> first, it tries the configuration out instead, and says what fails; with <c>audit</c>,
    /// it checks the audit log or hands it over; with <c>sign-launch</c>, it makes a launch to try the sandbox with.
    /// </remarks>
    /// <returns>0, 1 where the doctor found something, or 78 where the configuration does not allow a start; every problem is then on standard error.</returns>
    public static async Task<int> Main(string[] args)
    {
        try
        {
            if (args is [DoctorCommand.Verb, .. var settings])
                return await DoctorCommand.RunAsync(settings, Console.Out, CancellationToken.None);
            if (args is [AuditCommand.Verb, .. var audit])
                return await AuditCommand.RunAsync(audit, Console.Out, CancellationToken.None);
            if (args is [SignLaunchCommand.Verb, .. var launch])
                return await SignLaunchCommand.RunAsync(
                    launch,
                    DevelopmentKey.File,
                    TimeProvider.System,
                    Console.Out
                );
            var builder = WebApplication.CreateBuilder(args);
            if (!HasAddress(builder.Configuration))
                builder.WebHost.UseUrls(DefaultAddress);
            // The assets stand in the source tree until the app is published.
            builder.WebHost.UseStaticWebAssets();

            await using var sandbox = await SandboxMode.StartWhereNoTenantAsync(
                builder.Configuration,
                CancellationToken.None
            );
            var mode = new ViewerMode(sandbox?.EhrAddress)
            {
                HasProvider = builder.Configuration.GetSection(OidcOptions.Section).Exists(),
            };
            builder.Services.KeepPatientsOut(mode);
            builder.AddViewer(mode);
            await using var app = builder.Build();
            app.UseViewer();
            await app.StartAsync();
            if (sandbox is not null)
                sandbox.AppUrl = new Uri(app.Urls.First());
            await StartNotice.WriteAsync(Console.Out, app.Urls, sandbox);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception error) when (Problems(error) is { } problems)
        {
            await Console.Error.WriteLineAsync(
                "The viewer does not start. Its configuration has to change:"
            );
            foreach (var problem in problems)
                await Console.Error.WriteLineAsync($"  - {problem}");
            return BadConfiguration;
        }
    }

    /// <summary>What the person who configured the app can mend, in words; null for a defect of the app's own.</summary>
    private static IEnumerable<string>? Problems(Exception error) =>
        error switch
        {
            ConfigurationException problem => problem.Messages,
            OptionsValidationException problem => problem.Failures,
            AggregateException several
                when several.InnerExceptions.All(one => Problems(one) is not null) =>
                several.InnerExceptions.SelectMany(one => Problems(one)!),
            IOException { InnerException: AddressInUseException } taken =>
            [
                $"{taken.Message} Stop what listens there, or choose another address with --urls or --Sandbox:Urls.",
            ],
            _ => null,
        };

    private static bool HasAddress(IConfiguration configuration) =>
        new[] { "urls", "http_ports", "https_ports" }.Any(key =>
            !string.IsNullOrEmpty(configuration[key])
        ) || configuration.GetSection("Kestrel:Endpoints").Exists();
}
