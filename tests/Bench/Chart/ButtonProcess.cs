using System.Diagnostics;
using HeiChartViewer.Bench.Chart.Button;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Bench.Chart;

/// <summary>
/// The floor: a Blazor Server app of one page with one button, in a process of its own, with the script the viewer
/// sends. It ends when its standard input does.
/// </summary>
internal sealed class ButtonProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ButtonProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<ButtonProcess> StartAsync(Uri script)
    {
        string[] arguments = [Program.ButtonVerb, script.ToString()];
        var process = Process.Start(
            new ProcessStartInfo(
                Environment.ProcessPath!,
                Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
                    ? [typeof(ButtonProcess).Assembly.Location, .. arguments]
                    : arguments
            )
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        var address = await process.StandardOutput.ReadLineAsync();
        return new ButtonProcess(
            process,
            new Uri(address ?? throw new InvalidOperationException("The button did not start."))
        );
    }

    /// <summary>What the process does.</summary>
    public static async Task ServeAsync(Uri script)
    {
        byte[] bytes;
        using (var http = new HttpClient())
            bytes = await http.GetByteArrayAsync(script);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        await using var app = builder.Build();
        app.UseWebSockets();
        app.UseRouting();
        app.UseAntiforgery();
        app.MapGet(ButtonDocument.Script, () => Results.Bytes(bytes, "text/javascript"));
        app.MapRazorComponents<ButtonDocument>()
            .AddInteractiveServerRenderMode(options => options.DisableWebSocketCompression = true);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
