using System.Net.Http.Json;
using HealtheIntent.Client;
using HeiChartViewer.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Client.Documentation;

/// <summary>What the client's documents show, compiled: each block of C# in them stands here word for word.</summary>
internal static class Snippets
{
    public static void Registered(WebApplicationBuilder builder)
    {
        builder.Services.AddHealtheIntent(builder.Configuration.GetSection("HealtheIntent"));
    }

    public static HealtheIntentClient Second(
        WebApplicationBuilder builder,
        IServiceProvider provider
    )
    {
        builder.Services.AddHealtheIntent("research", builder.Configuration.GetSection("Research"));

        var research = provider.GetRequiredKeyedService<HealtheIntentClient>("research");
        return research;
    }

    public static async Task MadeAsync(string populationId, string dataPartitionId, string personId)
    {
        using var client = HealtheIntentClient.Create(
            new HealtheIntentOptions
            {
                Tenant = "cernerdemo",
                Region = "us-1",
                Credential = { BearerTokenVariable = "HEALTHEINTENT_TOKEN" },
            }
        );

        var source = new SourceIdentifier(dataPartitionId, personId);
        if (await client.Patients.LookupAsync(populationId, source) is PatientLookup.One one)
            await foreach (var page in client.Allergies.ListAsync(populationId, one.PatientId))
            foreach (var allergy in page.Items)
                Console.WriteLine(allergy.Code?.Display);
    }

    public static async Task LookedUpAsync(
        HealtheIntentClient client,
        string populationId,
        SourceIdentifier source,
        Action<IReadOnlyList<Allergy>> show,
        CancellationToken ct
    )
    {
        switch (await client.Patients.LookupAsync(populationId, source, ct))
        {
            case PatientLookup.One one:
                var allergies = client.Allergies.ListAsync(
                    populationId,
                    one.PatientId,
                    cancellationToken: ct
                );
                await foreach (var page in allergies)
                    show(page.Items);
                break;
            case PatientLookup.None:
                break; // nobody: say so
            case PatientLookup.Many:
                break; // several: stop and say so, never pick one
        }
    }

    public static async Task LookedUpManyAsync(
        HealtheIntentClient client,
        string populationId,
        string dataPartitionId,
        IReadOnlyList<string> personIds,
        Action<string, PatientLookup> show,
        CancellationToken ct
    )
    {
        var found = await client.Patients.LookupManyAsync(
            populationId,
            dataPartitionId,
            personIds,
            ct
        );
        foreach (var (personId, lookup) in found)
            show(personId, lookup); // One, None or Many, each for itself
    }

    public static async Task SearchedAsync(
        HealtheIntentClient client,
        string populationId,
        Action<string, int?> show,
        CancellationToken ct
    )
    {
        var criteria = new PatientSearch
        {
            Name = "John Doe",
            BirthDate = new DateOnly(1911, 1, 25),
        };
        var found = await client
            .Patients.SearchAsync(populationId, criteria, cancellationToken: ct)
            .FirstAsync(ct);
        foreach (var patient in found.Items)
            show(patient.Id, found.TotalResults);
    }

    public static async Task PagedAsync(
        HealtheIntentClient client,
        string populationId,
        string patientId,
        Action<IReadOnlyList<Condition>> show,
        CancellationToken ct
    )
    {
        var query = new RecordQuery
        {
            Limit = 50,
            Statuses = ["active"],
            Prefetch = true,
        };
        await foreach (var page in client.Conditions.ListAsync(populationId, patientId, query, ct))
            show(page.Items);
    }

    public static async Task OpenedAsync(
        HealtheIntentClient client,
        string populationId,
        string patientId,
        DocumentContent content,
        Stream output,
        CancellationToken ct
    )
    {
        await using var binary = await client.Documents.OpenBinaryAsync(
            populationId,
            patientId,
            content.Binary!.Id,
            content.ContentType,
            ct
        );
        await binary.Content.CopyToAsync(output, ct);
    }

    public static async Task FoundAsync(
        HealtheIntentClient client,
        string populationId,
        string patientId,
        Action<string, bool> write,
        CancellationToken ct
    )
    {
        var request = new ChartSearchRequest("heart attack") { Page = new() { Limit = 20 } };
        await foreach (
            var page in client.ChartSearch.SearchAsync(populationId, patientId, request, ct)
        )
        foreach (var hit in page.Items)
        foreach (var part in hit.Snippets.SelectMany(snippet => snippet.Parts))
            write(part.Text, part.IsFound);
    }

    public static async Task ReadInASessionAsync(
        HealtheIntentClient client,
        string populationId,
        string patientId,
        Action<Allergy> show
    )
    {
        using var session = client.OpenSession();
        await foreach (
            var allergy in session.Allergies.ListAsync(populationId, patientId).ItemsAsync()
        )
            show(allergy);
    }

    public static async Task<PatientLookup> LookedUpInTheSandboxAsync(
        string populationId,
        SourceIdentifier source,
        CancellationToken ct
    )
    {
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Urls = "http://localhost:0" },
            ct
        );
        using var client = HealtheIntentClient.Create(
            new HealtheIntentOptions
            {
                BaseAddress = sandbox.BaseAddress,
                Credential = { BearerToken = SandboxOptions.BearerToken },
            }
        );
        return await client.Patients.LookupAsync(populationId, source, ct);
    }

    public static HealtheIntentOptions SignedInTheSandbox(SandboxServer sandbox)
    {
        var options = new HealtheIntentOptions
        {
            BaseAddress = sandbox.BaseAddress,
            Credential =
            {
                ConsumerKey = SandboxOptions.ConsumerKey,
                ConsumerSecret = SandboxOptions.ConsumerSecret,
                OAuth =
                {
                    TokenAddress = new Uri(sandbox.BaseAddress, "oauth/access"),
                    SignatureMethod = OAuthSignatureMethod.HmacSha1,
                },
            },
        };
        return options;
    }

    public static async Task TroubledAsync(SandboxServer sandbox, CancellationToken ct)
    {
        using var control = new HttpClient { BaseAddress = sandbox.BaseAddress };
        // The first two requests for allergies fail, the third is answered.
        var fault = new
        {
            api = "allergy",
            kind = "status",
            status = 503,
            times = 2,
        };
        using var ordered = await control.PostAsJsonAsync(
            "sandbox/faults",
            new { faults = new[] { fault } },
            ct
        );
        ordered.EnsureSuccessStatusCode();
    }
}
