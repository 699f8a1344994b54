using System.Net;
using System.Text;
using HeiChartViewer.Sandbox;

namespace HeiChartViewer.Tests.Unit.Sandbox;

public sealed class SandboxServerTests
{
    [Fact]
    public async Task A_free_port_is_named_localhost_so_that_the_viewer_is_another_site()
    {
        await using var server = await StartAsync(
            new SandboxOptions { Urls = "http://localhost:0", Patients = 0 }
        );
        Assert.Equal("localhost", server.BaseAddress.Host);
        Assert.NotEqual(0, server.BaseAddress.Port);
        Assert.Equal(new Uri(server.BaseAddress, "/ehr"), server.EhrAddress);
    }

    [Fact]
    public async Task Two_servers_in_one_process_do_not_share_faults()
    {
        await using var one = await StartAsync(
            new SandboxOptions { Urls = "http://localhost:0", Patients = 0 }
        );
        await using var other = await StartAsync(
            new SandboxOptions { Urls = "http://localhost:0", Patients = 0 }
        );
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", SandboxOptions.BearerToken);
        using (
            await client.PostAsync(
                new Uri(one.BaseAddress, "/sandbox/faults"),
                new StringContent(
                    """{"faults":[{"kind":"status","status":500}]}""",
                    Encoding.UTF8,
                    "application/json"
                )
            )
        ) { }

        using var broken = await client.GetAsync(new Uri(one.BaseAddress, "/tenant/v1/tenant"));
        using var whole = await client.GetAsync(new Uri(other.BaseAddress, "/tenant/v1/tenant"));

        Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
    }

    [Fact]
    public async Task Wrong_options_start_nothing_and_are_all_named_at_once()
    {
        var refusal = await Assert.ThrowsAsync<SandboxOptionsException>(() =>
            StartAsync(
                new SandboxOptions
                {
                    Urls = "https://localhost:1",
                    AppUrl = "viewer",
                    Patients = -1,
                }
            )
        );
        foreach (var key in (string[])["Sandbox:Urls", "Sandbox:AppUrl", "Sandbox:Patients"])
            Assert.Contains(key, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_are_the_documented_ones()
    {
        var options = new SandboxOptions();
        Assert.Equal("http://localhost:5090", options.Urls);
        Assert.Equal("http://127.0.0.1:5080", options.AppUrl);
        Assert.Equal(240, options.Patients);
        Assert.Empty(options.Validate());
    }

    private static Task<SandboxServer> StartAsync(SandboxOptions options) =>
        SandboxServer.StartAsync(options, CancellationToken.None);
}
