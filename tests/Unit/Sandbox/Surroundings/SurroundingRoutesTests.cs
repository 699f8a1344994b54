using System.Net;

namespace HeiChartViewer.Tests.Unit.Sandbox.Surroundings;

public sealed class SurroundingRoutesTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private const string Pipeline = "6c2d0d5e-6f6a-4d0b-8f0c-6a3f1f1e2b70";

    /// <summary>Each list, the account's grant it needs, and whether its contract is a reconstruction.</summary>
    public static TheoryData<string, string, bool> Lists() =>
        new()
        {
            { "/personnel/v1/personnel", "personnel", false },
            { "/personnel/v1/personnel-groups", "personnel", false },
            { "/organization/v1/organizations", "organization", true },
            { "/organization/v1/locations", "organization", true },
            { "/consumer/v1/consumers", "consumer", false },
            { "/cohort/v1/algorithms", "cohort", false },
            { $"/cohort/v1/populations/{SandboxHost.Population}/cohorts", "cohort", true },
            { "/quality-measure/v1/measurement-periods", "quality-measure", true },
            { "/quality-measure/v1/recommendation-fields", "quality-measure", true },
            {
                "/quality-measure/v1/registries/diabetes/libraries/sandbox/versioned-contents/1.0.0/parameters",
                "quality-measure",
                true
            },
            {
                $"/hcc/v1/pipelines/{Pipeline}/patients/{SandboxHost.Analisa}/persistent-hccs",
                "hcc",
                true
            },
            { "/data-source/v1/data-sources", "data-source", false },
            { "/data-source/v1/data-partitions", "data-source", true },
            { "/data-ingestion/v1/data-sources", "data-ingestion", false },
        };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Contract_8_2_Pages_by_offset_hold_every_item_once(
        string path,
        string grant,
        bool assumed
    )
    {
        Assert.NotEmpty(grant);
        var ids = new List<string>();
        var total = 0;
        for (var next = $"{path}?limit=2"; next is not null; )
        {
            using var answer = await host.Client.GetAsync(next);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(assumed, answer.Headers.Contains("x-sandbox-assumed"));
            var page = await SandboxHost.ReadAsync(answer);
            total = page.GetProperty("totalResults").GetInt32();
            var items = page.GetProperty("items").EnumerateArray().ToList();
            Assert.InRange(items.Count, 1, 2);
            ids.AddRange(items.Select(item => item.Text("id")!));
            Assert.StartsWith(
                host.Server.BaseAddress.ToString(),
                page.Text("firstLink"),
                StringComparison.Ordinal
            );
            Assert.Equal(ids.Count > items.Count, page.Text("previousLink") is not null);
            next = page.Text("nextLink");
        }
        Assert.NotEmpty(ids);
        Assert.Equal(total, ids.Distinct().Count());
        Assert.Equal(total, ids.Count);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Contract_10_3_Each_is_an_API_of_its_own_and_refuses_what_it_cannot_read(
        string path,
        string grant,
        bool assumed
    )
    {
        using var directory = host.Caller("sandbox-directory-token");
        using var granted = await directory.GetAsync(path);
        var isGranted = grant is "personnel" or "organization" or "data-source";
        Assert.Equal(isGranted ? HttpStatusCode.OK : HttpStatusCode.Forbidden, granted.StatusCode);
        Assert.Equal(assumed, granted.Headers.Contains("x-sandbox-assumed"));
        foreach (
            var query in new[]
            {
                "limit=0",
                "limit=101",
                "limit=ten",
                "limit=",
                "offset=-1",
                "offset=",
            }
        )
        {
            using var answer = await host.Client.GetAsync($"{path}?{query}");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var detail = (await SandboxHost.ReadAsync(answer)).GetProperty("errorDetails")[0];
            Assert.Equal(query.Split('=')[0], detail.Text("location"));
        }
    }

    [Theory]
    [InlineData("/personnel/v1/personnel/nobody", "id")]
    [InlineData("/personnel/v1/personnel-groups/none/members", "id")]
    [InlineData("/organization/v1/organizations/none", "id")]
    [InlineData(
        $"/hcc/v1/pipelines/none/patients/{SandboxHost.Analisa}/persistent-hccs",
        "pipelineId"
    )]
    [InlineData($"/hcc/v1/pipelines/{Pipeline}/patients/nobody/persistent-hccs", "patientId")]
    [InlineData("/cohort/v1/populations/none/cohorts", "populationId")]
    [InlineData(
        "/quality-measure/v1/registries/none/libraries/sandbox/versioned-contents/1.0.0/parameters",
        "registryId"
    )]
    public async Task What_is_not_there_is_a_404_that_says_what(string path, string what)
    {
        using var answer = await host.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(
            what,
            (await SandboxHost.ReadAsync(answer)).GetProperty("errorDetails")[0].Text("location")
        );
    }

    [Fact]
    public async Task A_consumer_is_found_by_a_local_id_and_leads_to_the_patient()
    {
        var found = await host.GetAsync(
            $"/consumer/v1/consumers?sourceId=151579&dataPartitionId={SandboxHost.StBrigid}"
        );

        var consumer = Assert.Single(found.GetProperty("items").EnumerateArray());
        Assert.Equal("Roberson, Analisa", consumer.GetProperty("name").Text("formatted"));
        Assert.Equal(SandboxHost.Analisa, consumer.GetProperty("patients")[0].Text("id"));
        Assert.Contains("sourceId=151579", found.Text("firstLink"), StringComparison.Ordinal);
        using var half = await host.Client.GetAsync("/consumer/v1/consumers?sourceId=151579");
        Assert.Equal(HttpStatusCode.BadRequest, half.StatusCode);
        using var blank = await host.Client.GetAsync(
            $"/consumer/v1/consumers?sourceId=%20&dataPartitionId={SandboxHost.StBrigid}"
        );
        Assert.Equal(HttpStatusCode.BadRequest, blank.StatusCode);
    }

    [Fact]
    public async Task The_categories_of_a_patient_follow_from_the_codes_of_the_record()
    {
        var found = await host.GetAsync(
            $"/hcc/v1/pipelines/{Pipeline}/patients/{SandboxHost.Analisa}/persistent-hccs?limit=100"
        );
        var codes = (await host.AllAsync(SandboxHost.Analisa, "condition", "conditions"))
            .Select(condition => condition.GetRawText())
            .ToList();

        foreach (var hcc in found.GetProperty("items").EnumerateArray())
            Assert.Contains(
                codes,
                condition =>
                    condition.Contains($"\"{hcc.Text("diagnosisCode")}\"", StringComparison.Ordinal)
            );
    }
}
