using System.Net.Http.Headers;
using System.Text.Json;
using HeiChartViewer.Sandbox;

namespace HeiChartViewer.Tests.Unit.Sandbox;

/// <summary>A sandbox on a free port, asked over HTTP as any caller asks it.</summary>
public sealed class SandboxHost : IAsyncLifetime
{
    public const string Population = "1424e81d-8cea-4d6b-b140-d6630b684a58";
    public const string StBrigid = "877307a0-b5f5-4a01-9d4b-9fead6bcf788";
    public const string Analisa = "a2f6a16d-1331-4ccc-8f70-6c4d953ba70b";

    /// <summary>Every clinical list: its API and its plural.</summary>
    public static readonly IReadOnlyList<(string Api, string Plural)> Lists =
    [
        ("patient", "demographics"),
        ("allergy", "allergies"),
        ("condition", "conditions"),
        ("medication", "medications"),
        ("immunization", "immunizations"),
        ("procedure", "procedures"),
        ("observation", "observations"),
        ("encounter", "encounters"),
        ("longitudinal-record", "document-references"),
        ("longitudinal-record", "medication-dispenses"),
    ];

    public SandboxServer Server { get; private set; } = null!;

    /// <summary>Holds the credential of the account that may read everything.</summary>
    public HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await SandboxServer.StartAsync(
            new SandboxOptions { Urls = "http://localhost:0" },
            CancellationToken.None
        );
        Client = Caller("sandbox-bearer-token");
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }

    public HttpClient Caller(string? token)
    {
        var client = new HttpClient { BaseAddress = Server.BaseAddress };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Bearer",
                token
            );
        return client;
    }

    public static string ListPath(string patientId, string api, string plural) =>
        $"/{api}/v1/populations/{Population}/patients/{patientId}/{plural}";

    public async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await Client.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return await ReadAsync(answer);
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    /// <summary>Every record of a list, following its links.</summary>
    public async Task<List<JsonElement>> AllAsync(string patientId, string api, string plural)
    {
        var records = new List<JsonElement>();
        var next = $"{ListPath(patientId, api, plural)}?limit=100";
        while (next is not null)
        {
            var page = await GetAsync(next);
            records.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.TryGetProperty("nextLink", out var link) ? link.GetString() : null;
        }
        return records;
    }

    public async Task<JsonElement> CaseAsync(string name)
    {
        var catalogue = await GetAsync("/sandbox/catalogue");
        return catalogue
            .EnumerateArray()
            .Single(entry => entry.GetProperty("name").GetString() == name);
    }

    public async Task<string> PatientIdAsync(string name) =>
        (await CaseAsync(name)).GetProperty("patientId").GetString()!;

    /// <summary>Everybody's platform id, but of those whose charts take long to read.</summary>
    public async Task<IReadOnlyList<string>> PatientIdsAsync() =>
        [
            .. (await GetAsync("/sandbox/catalogue"))
                .EnumerateArray()
                .Where(x => !x.Text("name")!.EndsWith("thousand", StringComparison.Ordinal))
                .Select(x => x.Text("patientId"))
                .OfType<string>()
                .Distinct(),
        ];
}
