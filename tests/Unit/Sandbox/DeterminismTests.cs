using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HeiChartViewer.Sandbox;

namespace HeiChartViewer.Tests.Unit.Sandbox;

/// <summary>A seed is a tenant: the same seed answers the same bytes at every endpoint, and another seed does not.</summary>
public sealed class DeterminismTests
{
    private const int Patients = 12;

    [Fact]
    public async Task The_same_seed_answers_the_same_bytes_everywhere_and_another_does_not()
    {
        var (one, again, other) = (
            await DigestAsync(1),
            await DigestAsync(1),
            await DigestAsync(2)
        );

        Assert.True(one.Count > 400, $"{one.Count} answers");
        Assert.Equal(one, again);
        foreach (var api in new[] { "observation", "condition", "medication", "patient" })
            Assert.NotEqual(Of(api, one), Of(api, other));
    }

    private static string Of(string api, SortedDictionary<string, string> digests) =>
        string.Concat(
            digests
                .Where(x => x.Key.StartsWith($"/{api}/", StringComparison.Ordinal))
                .Select(x => x.Value)
        );

    private static async Task<SortedDictionary<string, string>> DigestAsync(int seed)
    {
        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                Urls = "http://localhost:0",
                Seed = seed,
                Patients = 60,
            },
            CancellationToken.None
        );
        using var http = new HttpClient { BaseAddress = server.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", SandboxOptions.BearerToken);
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory)
            await TakeAsync(path);
        // The cases, whose ids do not depend on the seed, and some of the others.
        using var catalogue = JsonDocument.Parse(await http.GetStringAsync("/sandbox/catalogue"));
        var people = catalogue
            .RootElement.EnumerateArray()
            .Where(x => !x.Text("name")!.EndsWith("thousand", StringComparison.Ordinal))
            .Select(x => x.Text("patientId"))
            .OfType<string>()
            .Distinct()
            .ToList();
        foreach (var patient in people.Take(Patients / 2).Concat(people.TakeLast(Patients / 2)))
        {
            foreach (var (api, plural) in SandboxHost.Lists)
                await TakeAsync($"{SandboxHost.ListPath(patient, api, plural)}?limit=50");
            foreach (var path in OfOne)
                await TakeAsync(path.Replace("{a}", patient, StringComparison.Ordinal));
        }
        return digests;

        async Task TakeAsync(string path)
        {
            for (var next = path; next is not null; )
            {
                using var answer = await http.GetAsync(next);
                var text = await answer.Content.ReadAsStringAsync();
                // Where the server listens is not the seed's.
                var plain = text.Replace(
                    server.BaseAddress.Authority,
                    "sandbox",
                    StringComparison.Ordinal
                );
                var key = next.Replace(
                    server.BaseAddress.ToString(),
                    "/",
                    StringComparison.Ordinal
                );
                digests.Add(
                    key,
                    $"{(int)answer.StatusCode} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(plain)))}"
                );
                next = null;
                if (text.StartsWith('{'))
                    using (var page = JsonDocument.Parse(text))
                    {
                        next = page.RootElement.Text("nextLink");
                        foreach (var binary in Binaries(page.RootElement))
                            if (
                                binary is not null
                                && digests.All(x =>
                                    !x.Key.EndsWith(binary, StringComparison.Ordinal)
                                )
                            )
                                await TakeAsync(
                                    $"{path.Split("/document-references")[0]}/binaries/{binary}"
                                );
                    }
            }
        }
    }

    private static List<string?> Binaries(JsonElement page) =>
        page.TryGetProperty("items", out var items)
            ?
            [
                .. items
                    .EnumerateArray()
                    .Where(item => item.TryGetProperty("contents", out _))
                    .SelectMany(item => item.GetProperty("contents").EnumerateArray())
                    .Select(content => content.Member("binary")?.Text("id")),
            ]
            : [];

    private static readonly string[] Directory =
    [
        "/tenant/v1/tenant",
        "/data-source/v1/data-partitions",
        "/data-source/v1/data-sources",
        "/personnel/v1/personnel",
        "/personnel/v1/personnel-groups",
        "/organization/v1/organizations",
        "/organization/v1/locations",
        "/consumer/v1/consumers?limit=100",
        "/cohort/v1/algorithms",
        $"/cohort/v1/populations/{SandboxHost.Population}/cohorts",
        "/quality-measure/v1/measurement-periods",
        "/quality-measure/v1/recommendation-fields",
        $"/legacy/record/api/populations/{SandboxHost.Population}/people?limit=100",
        $"/legacy/registries/api/populations/{SandboxHost.Population}/programs",
        $"/patient/v1/populations/{SandboxHost.Population}/patient-id-lookup?dataPartitionId={SandboxHost.StBrigid}&sourcePersonId=151579",
    ];

    private static readonly string[] OfOne =
    [
        $"/chart-search/v1/populations/{SandboxHost.Population}/patients/{{a}}/search-results?query=blood&limit=50",
        $"/legacy/record/api/populations/{SandboxHost.Population}/people/{{a}}",
        $"/legacy/record/api/populations/{SandboxHost.Population}/people/{{a}}/vaccinations?limit=100",
        $"/legacy/registries/api/populations/{SandboxHost.Population}/people/{{a}}/registries",
        $"/legacy/registries/api/populations/{SandboxHost.Population}/people/{{a}}/provider_relationships",
        "/hcc/v1/pipelines/6c2d0d5e-6f6a-4d0b-8f0c-6a3f1f1e2b70/patients/{a}/persistent-hccs",
    ];
}
