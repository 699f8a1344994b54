using System.Net;
using HeiChartViewer.Sandbox;
using HeiChartViewer.Tests.Unit.Web;

namespace HeiChartViewer.Tests.Unit.Sandbox.Smart;

/// <summary>A small sandbox with a clock of the test's, and two keyed apps registered.</summary>
public sealed class SmartHost : IAsyncLifetime
{
    internal ManualClock Clock { get; } = new();

    internal AppKey Rsa { get; } = AppKey.Rsa();

    internal AppKey Ecdsa { get; } = AppKey.Ecdsa();

    /// <summary>A population file to serve in the place of the grown population.</summary>
    public string? Population { get; init; }

    public SandboxServer Server { get; private set; } = null!;

    /// <summary>Follows nothing and keeps no cookie: the test is the browser.</summary>
    public HttpClient Http { get; private set; } = null!;

    public string Fhir => new Uri(Server.BaseAddress, "/fhir/r4").ToString();

    public async Task InitializeAsync()
    {
        var options = new SandboxOptions
        {
            Urls = "http://localhost:0",
            Patients = 4,
            Population = Population,
        };
        options.SmartClients.Add(Rsa.Registration());
        options.SmartClients.Add(Ecdsa.Registration());
        Server = await SandboxServer.StartAsync(options, Clock, CancellationToken.None);
        Http = new HttpClient(
            new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }
        )
        {
            BaseAddress = Server.BaseAddress,
        };
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        Rsa.Dispose();
        Ecdsa.Dispose();
        await Server.DisposeAsync();
    }

    internal async Task MisbehaveAsync(string misbehaviour, int? delayMs = null)
    {
        using var answer = await Http.PostAsync(
            "/sandbox/smart",
            System.Net.Http.Json.JsonContent.Create(new { misbehaviour, delayMs })
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
