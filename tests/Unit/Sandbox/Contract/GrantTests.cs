using System.Net;
using HeiChartViewer.Sandbox;
using HeiChartViewer.Sandbox.Credentials;

namespace HeiChartViewer.Tests.Unit.Sandbox.Contract;

/// <summary>Contract 10.3: an API that an account was not granted is a 403, whatever else it was granted.</summary>
public sealed class GrantTests(GrantTests.Host host) : IClassFixture<GrantTests.Host>
{
    private const string Population = $"/populations/{SandboxHost.Population}";
    private const string Patient = $"{Population}/patients/{SandboxHost.Analisa}";

    /// <summary>Each API with a read of it.</summary>
    public static readonly IReadOnlyList<(string Api, string Path)> Reads =
    [
        .. SandboxHost.Lists.Select(list => (list.Api, $"/{list.Api}/v1{Patient}/{list.Plural}")),
        (
            "patient",
            $"/patient/v1{Population}/patient-id-lookup?dataPartitionId={SandboxHost.StBrigid}&sourcePersonId=151579"
        ),
        ("chart-search", $"/chart-search/v1{Patient}/search-results?query=a"),
        ("tenant", "/tenant/v1/tenant"),
        ("data-source", "/data-source/v1/data-sources"),
        ("data-source", "/data-source/v1/data-partitions"),
        ("data-ingestion", "/data-ingestion/v1/data-sources"),
        ("personnel", "/personnel/v1/personnel"),
        ("personnel", "/personnel/v1/personnel-groups"),
        ("organization", "/organization/v1/organizations"),
        ("consumer", "/consumer/v1/consumers"),
        ("cohort", "/cohort/v1/algorithms"),
        ("quality-measure", "/quality-measure/v1/measurement-periods"),
        (
            "hcc",
            $"/hcc/v1/pipelines/6c2d0d5e-6f6a-4d0b-8f0c-6a3f1f1e2b70/patients/{SandboxHost.Analisa}/persistent-hccs"
        ),
        ("record", $"/legacy/record/api{Population}/people"),
        (
            "record",
            $"/legacy/record/api{Population}/data_partitions/{SandboxHost.StBrigid}/empi_lookup?id=151579"
        ),
        ("record", $"/legacy/record/api{Population}/people/{SandboxHost.Analisa}/allergies"),
        ("registries", $"/legacy/registries/api{Population}/programs"),
        (
            "registries",
            $"/legacy/registries/api{Population}/people/{SandboxHost.Analisa}/registries"
        ),
    ];

    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var (api, path) in Reads)
            rows.Add(api, path);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Contract_10_3_All_but_its_grant_is_a_403_and_its_grant_alone_is_enough(
        string api,
        string path
    )
    {
        using var without = await host.AskAsync($"all-but-{api}", path);
        Assert.Equal(HttpStatusCode.Forbidden, without.StatusCode);
        Assert.Equal(
            """{"code":403,"message":"Forbidden"}""",
            await without.Content.ReadAsStringAsync()
        );
        Assert.Null(without.Headers.ETag);

        using var alone = await host.AskAsync($"only-{api}", path);
        Assert.Equal(HttpStatusCode.OK, alone.StatusCode);
    }

    /// <summary>What may not be read is not told apart from what is not there.</summary>
    [Theory]
    [InlineData("allergy", $"/allergy/v1{Population}/patients/nobody/allergies")]
    [InlineData("allergy", "/allergy/v1/populations/none/patients/nobody/allergies")]
    [InlineData("allergy", $"/allergy/v1{Patient}/allergies?limit=0")]
    [InlineData("personnel", "/personnel/v1/personnel/nobody")]
    public async Task Without_a_grant_nobody_learns_what_is_there(string api, string path)
    {
        using var answer = await host.AskAsync($"all-but-{api}", path);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    /// <summary>A sandbox with two accounts an API: one that has all others, one that has nothing else.</summary>
    public sealed class Host : IAsyncLifetime, IDisposable
    {
        private SandboxServer _server = null!;
        private HttpClient _http = null!;

        public async Task InitializeAsync()
        {
            var options = new SandboxOptions { Urls = "http://localhost:0", Patients = 0 };
            var apis = Reads.Select(read => read.Api).Distinct().ToList();
            foreach (var api in apis)
            {
                options.Accounts.Add(Account($"all-but-{api}", apis.Where(other => other != api)));
                options.Accounts.Add(Account($"only-{api}", [api]));
            }
            _server = await SandboxServer.StartAsync(options, CancellationToken.None);
            _http = new HttpClient { BaseAddress = _server.BaseAddress };
        }

        public async Task DisposeAsync() => await _server.DisposeAsync();

        public void Dispose() => _http.Dispose();

        public async Task<HttpResponseMessage> AskAsync(string token, string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Authorization = new("Bearer", token);
            return await _http.SendAsync(request);
        }

        private static SystemAccountOptions Account(string name, IEnumerable<string> grants) =>
            new()
            {
                Name = name,
                BearerToken = name,
                Grants = [.. grants],
            };
    }
}
