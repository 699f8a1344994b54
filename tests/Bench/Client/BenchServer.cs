using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace HeiChartViewer.Bench.Client;

/// <summary>
/// The platform's place in the benchmark, in a process of its own: fixed bodies as the sandbox sends them, serialised
/// before the first request. It ends when its standard input does.
/// </summary>
internal static class BenchServer
{
    public const int Pages = 50;
    public const int PageDelayMilliseconds = 20;

    /// <summary>What each list of a chart waits, in milliseconds; the largest page comes last.</summary>
    private static readonly (string Api, string Path, int Delay)[] Lists =
    [
        ("allergy", "allergies", 20),
        ("condition", "conditions", 25),
        ("medication", "medications", 30),
        ("immunization", "immunizations", 35),
        ("procedure", "procedures", 40),
        ("encounter", "encounters", 45),
        ("longitudinal-record", "document-references", 50),
        ("observation", "observations", 55),
    ];

    private static readonly JsonSerializerOptions AsReceived = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task RunAsync()
    {
        var bodies = await TakeFromSandboxAsync();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        var pages = new byte[Pages][];
        var waited = 0L;
        app.Run(async context =>
        {
            if (context.Request.Path == "/waited")
            {
                var milliseconds =
                    Interlocked.Exchange(ref waited, 0) * 1000.0 / Stopwatch.Frequency;
                await context.Response.WriteAsync(
                    milliseconds.ToString(CultureInfo.InvariantCulture)
                );
                return;
            }
            var segments = context.Request.Path.Value!.Split('/');
            var (patient, path) = (segments[6], segments[7]);
            var body = bodies[path];
            if (patient == "fifty")
            {
                await WaitAsync(PageDelayMilliseconds);
                body = pages[
                    int.TryParse(
                        context.Request.Query["cursor"],
                        CultureInfo.InvariantCulture,
                        out var page
                    )
                        ? page
                        : 0
                ];
            }
            else if (patient == "chart")
                await WaitAsync(Lists.Single(list => list.Path == path).Delay);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
        });
        await app.StartAsync();

        var address = app.Urls.Single();
        for (var page = 0; page < Pages; page++)
            pages[page] = Linked(
                bodies["observations"],
                page + 1 < Pages ? $"{address}{Address("fifty")}&cursor={page + 1}" : null
            );
        Console.WriteLine(address);
        await Console.In.ReadToEndAsync();

        async Task WaitAsync(int milliseconds)
        {
            var started = Stopwatch.GetTimestamp();
            await Task.Delay(milliseconds);
            Interlocked.Add(ref waited, Stopwatch.GetTimestamp() - started);
        }
    }

    /// <summary>The path of a patient's observations: <c>one</c> page, <c>fifty</c> pages, or a <c>chart</c>.</summary>
    public static string Address(string patient) =>
        $"/observation/v1/populations/p/patients/{patient}/observations?limit=100";

    private static async Task<Dictionary<string, byte[]>> TakeFromSandboxAsync()
    {
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Urls = "http://localhost:0", Patients = 0 }
        );
        using var http = new HttpClient { BaseAddress = sandbox.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            SandboxOptions.BearerToken
        );
        var catalogue = JsonNode.Parse(await http.GetStringAsync("sandbox/catalogue"))!.AsArray();
        var large = catalogue.Single(entry => (string?)entry!["name"] == "ten-thousand")!;
        var bodies = new Dictionary<string, byte[]>();
        foreach (var (api, path, _) in Lists)
        {
            var body = await http.GetByteArrayAsync(
                $"{api}/v1/populations/{SandboxOptions.PopulationId}/patients/{large["patientId"]}/{path}?limit=100"
            );
            bodies.Add(path, Linked(body, null));
        }
        return bodies;
    }

    private static byte[] Linked(byte[] body, string? next)
    {
        var list = JsonNode.Parse(body)!.AsObject();
        list.Remove("firstLink");
        list.Remove("nextLink");
        if (next is not null)
            list.Add("nextLink", next);
        return JsonSerializer.SerializeToUtf8Bytes(list, AsReceived);
    }
}
