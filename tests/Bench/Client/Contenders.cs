using System.Net.Http.Headers;
using System.Net.Http.Json;
using Flurl.Http;
using Flurl.Http.Configuration;
using HealtheIntent.Client;
using RestSharp;
using RestSharp.Authenticators.OAuth2;
using RestSharp.Serializers.Json;

namespace HeiChartViewer.Bench.Client;

/// <summary>One way of getting a patient's observations.</summary>
internal interface IContender : IDisposable
{
    string Name { get; }

    /// <summary>Gets one page and reads it whole; how many observations it held.</summary>
    Task<int> PageAsync(string patient);
}

/// <summary>HttpClient and source-generated JSON straight from the stream: what a careful developer writes.</summary>
internal sealed class RawContender : IContender
{
    private readonly HttpClient _http;

    public RawContender(Uri server)
    {
        _http = new HttpClient { BaseAddress = server };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            "token"
        );
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    public string Name => "raw HttpClient";

    public async Task<int> PageAsync(string patient) =>
        (await GetAsync(BenchServer.Address(patient))).Items.Count;

    /// <summary>The loop that follows the links one after another.</summary>
    public async Task<int> DrainAsync(string patient, Func<Task>? work = null)
    {
        var count = 0;
        for (string? next = BenchServer.Address(patient); next is not null; )
        {
            var page = await GetAsync(next);
            count += page.Items.Count;
            next = page.NextLink;
            if (work is not null)
                await work();
        }
        return count;
    }

    public async Task<double> WaitedAsync() =>
        double.Parse(
            await _http.GetStringAsync("waited"),
            System.Globalization.CultureInfo.InvariantCulture
        );

    public void Dispose() => _http.Dispose();

    private async Task<PlainPage> GetAsync(string address) =>
        (await _http.GetFromJsonAsync(address, PlainJson.Default.PlainPage))!;
}

internal sealed class RestSharpContender(Uri server) : IContender
{
    private readonly RestClient _rest = new(
        new RestClientOptions(server)
        {
            Authenticator = new OAuth2AuthorizationRequestHeaderAuthenticator("token", "Bearer"),
        },
        configureSerialization: serialization =>
            serialization.UseSystemTextJson(PlainJson.Default.Options)
    );

    public string Name => "RestSharp";

    public async Task<int> PageAsync(string patient) =>
        (await _rest.GetAsync<PlainPage>(new RestRequest(BenchServer.Address(patient))))!
            .Items
            .Count;

    public void Dispose() => _rest.Dispose();
}

internal sealed class FlurlContender(Uri server) : IContender
{
    private readonly IFlurlClient _flurl = new FlurlClient(server.GetLeftPart(UriPartial.Authority))
        .WithOAuthBearerToken("token")
        .WithSettings(settings =>
            settings.JsonSerializer = new DefaultJsonSerializer(PlainJson.Default.Options)
        );

    public string Name => "Flurl.Http";

    public async Task<int> PageAsync(string patient) =>
        (await _flurl.Request(BenchServer.Address(patient)).GetJsonAsync<PlainPage>()).Items.Count;

    public void Dispose() => _flurl.Dispose();
}

internal sealed class OurContender(Uri server) : IContender
{
    private readonly HealtheIntentClient _client = HealtheIntentClient.Create(
        new HealtheIntentOptions
        {
            Tenant = "bench",
            BaseAddress = server,
            Credential = { BearerToken = "token" },
        }
    );

    public string Name => "HealtheIntent.Client";

    public async Task<int> PageAsync(string patient)
    {
        await foreach (var page in _client.Observations.ListAsync("p", patient))
            return page.Items.Count;
        return 0;
    }

    public Task<int> DrainAsync(string patient, bool prefetch = false, Func<Task>? work = null) =>
        DrainAsync(_client.Observations, patient, prefetch, work);

    /// <summary>The eight lists of a chart, all at once.</summary>
    public async Task<int> ChartAsync(string patient)
    {
        var counts = await Task.WhenAll(
            DrainAsync(_client.Allergies, patient),
            DrainAsync(_client.Conditions, patient),
            DrainAsync(_client.Medications, patient),
            DrainAsync(_client.Immunizations, patient),
            DrainAsync(_client.Procedures, patient),
            DrainAsync(_client.Encounters, patient),
            DrainAsync(_client.Documents, patient),
            DrainAsync(_client.Observations, patient)
        );
        return counts.Sum();
    }

    public void Dispose() => _client.Dispose();

    private static async Task<int> DrainAsync<T>(
        RecordApi<T> records,
        string patient,
        bool prefetch = false,
        Func<Task>? work = null
    )
        where T : ClinicalRecord
    {
        var count = 0;
        var query = new RecordQuery { Prefetch = prefetch };
        await foreach (var page in records.ListAsync("p", patient, query))
        {
            count += page.Items.Count;
            if (work is not null)
                await work();
        }
        return count;
    }
}
