using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Signed;

/// <summary>A host's keys at an address, with everything that may be the matter with it.</summary>
internal sealed class KeyServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _asked;

    private KeyServer(WebApplication app) => _app = app;

    public string Address => $"{_app.Urls.First()}/keys";

    /// <summary>What is answered.</summary>
    public string Body { get; set; } = "";

    /// <summary>Whether it answers with an error instead.</summary>
    public bool IsDown { get; set; }

    /// <summary>Set while answers are held back.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public int Asked => _asked;

    public static async Task<KeyServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new KeyServer(builder.Build());
        server._app.MapGet(
            "/keys",
            async () =>
            {
                Interlocked.Increment(ref server._asked);
                if (server.Gate is { } gate)
                    await gate.Task;
                return server.IsDown
                    ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
                    : Results.Text(server.Body, "application/json");
            }
        );
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
