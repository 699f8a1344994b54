using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HeiChartViewer.Sandbox;

namespace HeiChartViewer.Tests.Unit.Sandbox.Contract;

/// <summary>The contract's list of what a stand-in must do, line by line, asked over the wire.</summary>
public sealed class SectionTenTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private const string Population = $"/populations/{SandboxHost.Population}";
    private const string Patient = $"{Population}/patients/{SandboxHost.Analisa}";
    private const string Record = $"/legacy/record/api{Population}";

    /// <summary>Every operation of line 2 and of the surrounding APIs.</summary>
    public static TheoryData<string> Operations() =>
        [.. TenantOperations.All.Select(operation => operation.ToString())];

    public static TheoryData<string> Reads() =>
        [
            .. TenantOperations
                .All.Where(operation => operation.Method == "GET")
                .Select(operation => operation.ToString()),
        ];

    [Fact]
    public void Contract_10_2_What_the_tenant_serves_is_what_the_contract_knows()
    {
        string[] others = ["", "ehr", "fhir", "oauth", "sandbox"];
        Assert.Equal(
            TenantOperations.All.Select(operation => operation.ToString()).Order(),
            host.Server.Operations.Where(operation =>
                    !operation.Template.EndsWith("{**path}", StringComparison.Ordinal)
                    && !others.Contains(operation.Template.Split('/')[1])
                )
                .Select(operation => $"{operation.Method} {operation.Template}")
                .Order()
        );
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Contract_10_2_Every_operation_answers_and_says_whether_it_is_assumed(
        string name
    )
    {
        var operation = Operation(name);
        try
        {
            using var answer = await SendAsync(operation, host.Client);

            Assert.Equal(operation.Status, (int)answer.StatusCode);
            if (!operation.Template.Contains("/binaries/", StringComparison.Ordinal))
                Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
            AssertAssumed(operation, answer);
        }
        finally
        {
            (await host.Client.PostAsync("/sandbox/reset", null)).Dispose();
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Contract_10_3_Without_a_credential_each_refuses_in_the_same_words(string name)
    {
        var operation = Operation(name);
        using var stranger = host.Caller(null);
        using var answer = await SendAsync(operation, stranger);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(
            """{"code":401,"message":"Unauthorized","errorDetails":[{"locationType":"header","location":"Authorization","message":"header missing"}]}""",
            await answer.Content.ReadAsStringAsync()
        );
        Assert.True(Guid.TryParse(Correlation(answer), out _));
        AssertAssumed(operation, answer);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Contract_10_3_Whatever_of_the_path_is_unknown_is_a_404(string name)
    {
        var operation = Operation(name);
        var path = (await PathAsync(operation)).Split('?')[0];
        foreach (var part in (string[])["{populationId}", "{patientId}", "{pipelineId}", "{id}"])
        {
            if (!operation.Template.Contains(part, StringComparison.Ordinal))
                continue;
            var at = Array.IndexOf(operation.Template.Split('/'), part);
            var wrong = path.Split('/');
            wrong[at] = "00000000-0000-0000-0000-000000000000";
            using var answer = await SendAsync(
                operation,
                host.Client,
                string.Join('/', wrong) + operation.Query
            );

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.True(Guid.TryParse(Correlation(answer), out _));
            var body = await answer.Content.ReadAsStringAsync();
            Assert.StartsWith(
                operation.Template.StartsWith("/legacy/", StringComparison.Ordinal)
                    ? """{"error":"Unable to locate the specified resource."}"""
                    : """{"code":404,"message":"Not Found","errorDetails":[{""",
                body,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Contract_10_4_Each_answer_has_a_correlation_id_of_its_own_and_a_weak_tag(
        string name
    )
    {
        var path = await PathAsync(Operation(name));
        using var one = await host.Client.GetAsync(path);
        using var other = await host.Client.GetAsync(path);

        Assert.True(Guid.TryParse(Correlation(one), out _));
        Assert.NotEqual(Correlation(one), Correlation(other));
        Assert.True(one.Headers.ETag!.IsWeak);
        Assert.Equal(one.Headers.ETag, other.Headers.ETag);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(one.Headers.ETag);
        using var unchanged = await host.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.True(Guid.TryParse(Correlation(unchanged), out _));
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Contract_10_3_A_parameter_that_nobody_knows_is_ignored(string name)
    {
        var path = await PathAsync(Operation(name));
        var plain = await host.Client.GetStringAsync(path);
        var more = await host.Client.GetStringAsync(
            $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}brandNew=1"
        );

        Assert.Equal(plain, more);
    }

    [Theory]
    [InlineData("lakeside.api.us-1.healtheintent.com", "lakeside")]
    [InlineData("lakeside.record.healtheintent.com", "lakeside")]
    [InlineData("localhost", "sandbox")]
    [InlineData("tenant.example.org", "sandbox")]
    public async Task Contract_10_1_The_tenant_is_the_hosts_or_the_configured_one(
        string name,
        string tenant
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/tenant/v1/tenant");
        request.Headers.Host = name;
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal(tenant, (await SandboxHost.ReadAsync(answer)).Text("mnemonic"));
    }

    [Fact]
    public async Task Contract_10_1_The_configured_tenant_is_told_wherever_one_is()
    {
        await using var server = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                Urls = "http://localhost:0",
                Patients = 0,
                Tenant = "lakeside",
            },
            CancellationToken.None
        );
        using var http = new HttpClient { BaseAddress = server.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", SandboxOptions.BearerToken);
        using var answer = await http.GetAsync("/tenant/v1/tenant");
        Assert.Equal("lakeside", (await SandboxHost.ReadAsync(answer)).Text("mnemonic"));
        Assert.Equal("lakeside", server.Tenant);
        Assert.NotEmpty(new SandboxOptions { Tenant = "no label" }.Validate());
    }

    [Theory]
    [InlineData("http", "tenant.example.org")]
    [InlineData("http", "localhost:1234")]
    public async Task Contract_10_1_Links_lead_to_the_host_that_was_asked(
        string scheme,
        string name
    )
    {
        foreach (
            var path in new[]
            {
                $"/observation/v1{Patient}/observations",
                "/personnel/v1/personnel",
            }
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{path}?limit=1");
            request.Headers.Host = name;
            using var answer = await host.Client.SendAsync(request);
            var page = await SandboxHost.ReadAsync(answer);
            foreach (var link in new[] { "firstLink", "nextLink" })
                Assert.StartsWith(
                    $"{scheme}://{name}{path}?",
                    page.Text(link),
                    StringComparison.Ordinal
                );
        }
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("limit=1.0", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("cursor=", "cursor")]
    [InlineData("cursor=%20", "cursor")]
    [InlineData("cursor=nonsense", "cursor")]
    [InlineData("status=", "status")]
    public async Task Contract_10_3_What_a_list_cannot_read_is_a_400_that_names_it(
        string query,
        string location
    )
    {
        foreach (var (api, plural) in SandboxHost.Lists)
        {
            using var answer = await host.Client.GetAsync($"/{api}/v1{Patient}/{plural}?{query}");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var error = await SandboxHost.ReadAsync(answer);
            Assert.Equal(400, error.GetProperty("code").GetInt32());
            Assert.Equal("Bad Request", error.Text("message"));
            var detail = error.GetProperty("errorDetails")[0];
            Assert.Equal("query", detail.Text("locationType"));
            Assert.Equal(location, detail.Text("location"));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Contract_10_3_A_limit_at_either_end_is_good(int limit)
    {
        var page = await host.GetAsync($"/observation/v1{Patient}/observations?limit={limit}");
        Assert.Equal(limit, page.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Contract_10_5_A_patient_has_several_sources_that_have_their_own_ids()
    {
        var shapes = new HashSet<string>();
        var mostSources = 0;
        foreach (var patient in (await host.PatientIdsAsync()).Take(80))
        {
            var demographics = await host.AllAsync(patient, "patient", "demographics");
            var sources = demographics
                .Select(x => x.GetProperty("sourceIdentifier").Text("dataPartitionId")!)
                .ToList();
            Assert.Equal(sources.Count, sources.Distinct().Count());
            mostSources = Math.Max(mostSources, sources.Count);
            shapes.UnionWith(
                demographics.Select(x => Shape(x.GetProperty("sourceIdentifier").Text("id")!))
            );
        }
        Assert.Equal(4, mostSources);
        Assert.Superset(new HashSet<string> { "digits", "uuid", "letter and digits" }, shapes);
    }

    [Fact]
    public async Task Contract_10_5_Dates_codes_and_values_are_as_mixed_as_in_life()
    {
        var precisions = new HashSet<int>();
        var (textOnly, unmapped, noAllergies, paged) = (0, 0, 0, 0);
        foreach (var patient in (await host.PatientIdsAsync()).Take(80))
        {
            foreach (var condition in await host.AllAsync(patient, "condition", "conditions"))
            {
                if (condition.Text("onset") is { } onset)
                    precisions.Add(onset.Length);
                var code = condition.GetProperty("code");
                var (normalised, sent) = (Count(code, "codings"), Count(code, "sourceCodings"));
                textOnly += normalised + sent == 0 && code.Text("text") is not null ? 1 : 0;
                unmapped += normalised == 0 && sent > 0 ? 1 : 0;
            }
            foreach (var allergy in await host.AllAsync(patient, "allergy", "allergies"))
                noAllergies += allergy
                    .GetProperty("code")
                    .GetRawText()
                    .Contains("716186003", StringComparison.Ordinal)
                    ? 1
                    : 0;
            var first = await host.GetAsync(
                $"{SandboxHost.ListPath(patient, "observation", "observations")}?limit=100"
            );
            paged += first.Text("nextLink") is null ? 0 : 1;
        }
        Assert.Superset(new HashSet<int> { 4, 7, 10 }, precisions);
        Assert.True(
            textOnly > 0 && unmapped > 0 && noAllergies > 0 && paged > 0,
            $"text only {textOnly}, unmapped {unmapped}, no known allergies {noAllergies}, paged {paged}"
        );
    }

    [Fact]
    public async Task Contract_10_6_Nobody_is_a_204_where_it_was_and_an_empty_list_where_it_is()
    {
        using var legacy = await host.Client.GetAsync(
            $"{Record}/data_partitions/{SandboxHost.StBrigid}/empi_lookup?id=4040404040"
        );
        Assert.Equal(HttpStatusCode.NoContent, legacy.StatusCode);

        var current = await host.GetAsync(
            $"/patient/v1{Population}/patient-id-lookup?dataPartitionId={SandboxHost.StBrigid}&sourcePersonId=4040404040"
        );
        Assert.Empty(current.GetProperty("items").EnumerateArray());
    }

    private static TenantOperation Operation(string name) =>
        TenantOperations.All.Single(operation => operation.ToString() == name);

    private async Task<string> PathAsync(TenantOperation operation) =>
        (await operation.PathAsync(SandboxHost.Analisa, host.GetAsync))!;

    private async Task<HttpResponseMessage> SendAsync(
        TenantOperation operation,
        HttpClient caller,
        string? path = null
    )
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(operation.Method),
            path ?? await PathAsync(operation)
        );
        if (operation.Body is { } body)
            request.Content = new StringContent(
                body,
                System.Text.Encoding.UTF8,
                "application/json"
            );
        return await caller.SendAsync(request);
    }

    private static void AssertAssumed(TenantOperation operation, HttpResponseMessage answer) =>
        Assert.Equal(
            operation.Assumed ? ["true"] : [],
            answer.Headers.TryGetValues("x-sandbox-assumed", out var values) ? values : []
        );

    private static string Correlation(HttpResponseMessage answer) =>
        answer.Headers.GetValues("cerner-correlation-id").Single();

    private static int Count(JsonElement concept, string list) =>
        concept.TryGetProperty(list, out var codings) ? codings.GetArrayLength() : 0;

    private static string Shape(string id) =>
        Guid.TryParse(id, out _) ? "uuid"
        : id.All(char.IsAsciiDigit) ? "digits"
        : "letter and digits";
}
