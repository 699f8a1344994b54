using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using HeiChartViewer.Tests.E2E.Fixtures;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>How the app starts, and when it does not.</summary>
public sealed partial class StartSpec
{
    private static readonly string[] LiveTenant =
    [
        "--HealtheIntent:Tenant",
        "acme",
        "--HealtheIntent:Region",
        "us-1",
        "--HealtheIntent:PopulationId",
        "1424e81d-8cea-4d6b-b140-d6630b684a58",
        "--HealtheIntent:Credential:BearerToken",
        "not-a-token",
        "--Viewer:DataPartitions:0:Id",
        "877307a0-b5f5-4a01-9d4b-9fead6bcf788",
        "--Viewer:DataPartitions:0:Name",
        "St. Brigid",
        "--Viewer:FrameAncestors:0",
        "https://ehr.example.org",
    ];

    [Fact]
    public async Task A_configuration_that_cannot_work_says_everything_that_is_wrong_and_exits()
    {
        var (code, output) = await RunToEndAsync("--HealtheIntent:Tenant", "acme");

        Assert.Equal(78, code);
        foreach (
            var key in new[]
            {
                "Viewer:DataPartitions",
                "HealtheIntent:Region",
                "HealtheIntent:PopulationId",
                "HealtheIntent:Credential",
            }
        )
            Assert.Contains($"- {key}", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_69_A_live_tenant_and_the_sandbox_never_run_together()
    {
        var (code, output) = await RunToEndAsync([.. LiveTenant, "--Sandbox:Seed", "1"]);

        Assert.Equal(78, code);
        Assert.Contains("Sandbox", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_69_The_sandboxs_credential_is_refused_before_a_live_tenant()
    {
        var (code, output) = await RunToEndAsync([
            .. LiveTenant,
            "--HealtheIntent:Credential:BearerToken",
            "sandbox-bearer-token",
        ]);

        Assert.Equal(78, code);
        Assert.DoesNotContain("sandbox-bearer-token", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_20_Before_a_live_tenant_plain_parameters_open_nothing_and_no_sandbox_starts()
    {
        using var process = Start([
            .. LiveTenant,
            "--Viewer:AuditDatabase",
            Path.Combine(
                Directory.CreateTempSubdirectory("heichartviewer-live-").FullName,
                "audit.db"
            ),
        ]);
        try
        {
            var address = await ReadyAsync(process);
            using var http = new HttpClient();

            using var launch = await http.GetAsync(
                new Uri(
                    address,
                    "/launch?personId=1&dataPartitionId=877307a0-b5f5-4a01-9d4b-9fead6bcf788"
                )
            );
            Assert.Equal(HttpStatusCode.Forbidden, launch.StatusCode);
            Assert.Contains(
                "data-message=\"PlainParametersRefused\"",
                await launch.Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
            Assert.Contains(
                "frame-ancestors https://ehr.example.org",
                launch.Headers.GetValues("Content-Security-Policy").Single(),
                StringComparison.Ordinal
            );

            using var front = await http.GetAsync(address);
            Assert.DoesNotContain(
                "SYNTHETIC",
                await front.Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
            using var signIn = await http.PostAsync(new Uri(address, "/sign-in"), null);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, signIn.StatusCode);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task<(int Code, string Output)> RunToEndAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return (process.ExitCode, await output + await errors);
    }

    private static async Task<Uri> ReadyAsync(Process process)
    {
        while (
            await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60))
                is { } line
        )
            if (ReadyLine().Match(line) is { Success: true } ready)
                return new Uri(ready.Groups[1].Value);
        throw new InvalidOperationException("The viewer did not start.");
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(ViewerProcess.Assembly)!,
        };
        foreach (
            var argument in new[] { ViewerProcess.Assembly, "--urls", "http://127.0.0.1:0" }.Concat(
                arguments
            )
        )
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    [GeneratedRegex(@"ready at (http\S+)")]
    private static partial Regex ReadyLine();
}
