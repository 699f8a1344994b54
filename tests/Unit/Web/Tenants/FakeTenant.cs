using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Tests.Unit.Web.Tenants;

/// <summary>
/// A tenant of HealtheIntent at an address of its own, that answers whatever local id of whatever data partition it is asked
/// for: with somebody of its own, another in each population.
/// </summary>
internal sealed class FakeTenant : IAsyncDisposable
{
    private readonly ConcurrentQueue<Question> _asked = new();
    private readonly string _name;
    private readonly WebApplication _app;

    private FakeTenant(string name)
    {
        _name = name;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>The credential of its system account.</summary>
    public string Token => $"{_name}-token";

    public Uri Address => new(_app.Urls.First());

    /// <summary>Whether it is out of order.</summary>
    public bool IsDown { get; set; }

    /// <summary>What it was asked, and by which account.</summary>
    public IReadOnlyList<Question> Asked => [.. _asked];

    public static async Task<FakeTenant> StartAsync(string name)
    {
        var tenant = new FakeTenant(name);
        await tenant._app.StartAsync();
        return tenant;
    }

    /// <summary>Whom every local id stands for in a population.</summary>
    public string PatientId(string population) => $"{_name}-{population}";

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!.Split('/');
        _asked.Enqueue(
            new(
                http.Request.GetEncodedPathAndQuery(),
                http.Request.Headers.Authorization.ToString()
            )
        );
        var population = path.ElementAtOrDefault(Array.IndexOf(path, "populations") + 1) ?? "";
        var patient = PatientId(population);
        if (IsDown)
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        else if (http.Request.Headers.Authorization != $"Bearer {Token}")
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (path[^1] == "patient-id-lookup")
            return Items(
                new
                {
                    sourcePersonId = http.Request.Query["sourcePersonId"].ToString(),
                    patient = new { id = patient },
                }
            );
        else if (path[^1] is "demographics" or "conditions")
            return Items(
                new
                {
                    id = "1",
                    patient = new { id = path[^2] },
                    sourceIdentifier = new { id = "1", dataPartitionId = Sample.Partition },
                    names = new[] { new { familyNames = new[] { patient } } },
                    code = new { text = patient },
                }
            );
        else
            return Items();
        return Task.CompletedTask;

        Task Items(params object[] items) => http.Response.WriteAsJsonAsync(new { items });
    }
}

/// <summary>One request that came to a tenant.</summary>
/// <param name="Path">What it asked for.</param>
/// <param name="Credential">Who asked.</param>
internal sealed record Question(string Path, string Credential);
