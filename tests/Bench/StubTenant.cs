using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Bench;

/// <summary>A platform on a free local port that answers every list with one small page, or as a benchmark wants.</summary>
internal sealed class StubTenant : IAsyncDisposable
{
    public const string Page = """{"items":[{"id":"1"},{"id":"2"},{"id":"3"}]}""";
    private readonly WebApplication _app;

    private StubTenant(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single() + "/");

    public static async Task<StubTenant> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return new StubTenant(app);
    }

    public static Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(Page);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
