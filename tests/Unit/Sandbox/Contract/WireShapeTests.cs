using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Contract;

/// <summary>Every answer of the tenant beside the contract's members and types, over many patients.</summary>
public sealed class WireShapeTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private const int Patients = 60;
    private const string Population = $"/populations/{SandboxHost.Population}";
    private const string Record = $"/legacy/record/api{Population}";
    private const string Registries = $"/legacy/registries/api{Population}";
    private const string Pipeline = "/hcc/v1/pipelines/6c2d0d5e-6f6a-4d0b-8f0c-6a3f1f1e2b70";

    public static TheoryData<string, string> Records()
    {
        var records = new TheoryData<string, string>();
        foreach (var (api, plural) in SandboxHost.Lists)
            records.Add(api, plural);
        return records;
    }

    /// <summary>Contract 3.3, 6.1 and 8.1: the page, each record of it, and the record alone.</summary>
    [Theory]
    [MemberData(nameof(Records))]
    public async Task Contract_6_A_record_has_the_members_and_the_id_of_its_kind(
        string api,
        string plural
    )
    {
        var differences = new SortedSet<string>();
        var count = 0;
        foreach (var patient in await PatientsAsync())
        {
            var list = SandboxHost.ListPath(patient, api, plural);
            var page = await host.GetAsync($"{list}?limit=100");
            differences.UnionWith(WireShape.Differences(page, "cursor-page"));
            var items = page.GetProperty("items");
            count += items.GetArrayLength();
            differences.UnionWith(WireShape.Differences(items, $"[{plural}]"));
            if (items.GetArrayLength() > 0)
                differences.UnionWith(
                    WireShape.Differences(
                        await host.GetAsync($"{list}/{items[0].Text("id")}"),
                        plural
                    )
                );
        }
        None(differences);
        Assert.True(count > 100, $"only {count}");
    }

    public static TheoryData<string, string, string> Lists() =>
        new()
        {
            { "/data-source/v1/data-partitions", "offset-page", "data-partitions" },
            { "/data-source/v1/data-sources", "offset-page", "data-sources" },
            { "/data-ingestion/v1/data-sources", "offset-page", "data-sources" },
            { "/personnel/v1/personnel", "offset-page", "personnel" },
            { "/personnel/v1/personnel-groups", "offset-page", "personnel-groups" },
            { "/organization/v1/organizations", "offset-page", "organizations" },
            { "/organization/v1/locations", "offset-page", "locations" },
            { "/consumer/v1/consumers", "offset-page", "consumers" },
            { "/cohort/v1/algorithms", "offset-page", "algorithms" },
            { $"/cohort/v1{Population}/cohorts", "offset-page", "cohorts" },
            { "/quality-measure/v1/measurement-periods", "offset-page", "named" },
            { "/quality-measure/v1/recommendation-fields", "offset-page", "named" },
            {
                "/quality-measure/v1/registries/diabetes/libraries/sandbox/versioned-contents/1.0.0/parameters",
                "offset-page",
                "named"
            },
            { $"{Pipeline}/patients/{{0}}/persistent-hccs", "offset-page", "hcc" },
            {
                $"/chart-search/v1{Population}/patients/{{0}}/search-results?query=pressure",
                "search",
                "hit"
            },
            {
                $"/chart-search/v1{Population}/patients/{{0}}/search-results?query=blood%20thinner",
                "search",
                "hit"
            },
        };

    /// <summary>Contract 5, 7 and 8.2: a page by offset, first and last.</summary>
    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Contract_7_A_page_by_offset_has_its_members_and_those_of_its_items(
        string path,
        string envelope,
        string shape
    )
    {
        var differences = new SortedSet<string>();
        var count = 0;
        foreach (var patient in await PatientsAsync(path))
        foreach (var limit in (int[])[1, 100])
        {
            var mark = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var page = await host.GetAsync(
                $"{path.Replace("{0}", patient, StringComparison.Ordinal)}{mark}limit={limit}"
            );
            differences.UnionWith(WireShape.Differences(page, envelope));
            differences.UnionWith(WireShape.Differences(page.GetProperty("items"), $"[{shape}]"));
            count += page.GetProperty("items").GetArrayLength();
        }
        None(differences);
        Assert.NotEqual(0, count);
    }

    public static TheoryData<string, string> Singles() =>
        new()
        {
            { "/tenant/v1/tenant", "tenant" },
            { $"/data-source/v1/data-partitions/{SandboxHost.StBrigid}", "data-partitions" },
            {
                $"/patient/v1{Population}/patient-id-lookup?dataPartitionId={SandboxHost.StBrigid}&sourcePersonId=151579&sourcePersonId=660123",
                "lookup"
            },
            { $"{Record}/data_partitions/{SandboxHost.StBrigid}/empi_lookup?id=151579", "empi" },
            { $"{Record}/people?limit=100", "people" },
            { $"{Record}/people/{{0}}", "person" },
            { $"{Registries}/people/{{0}}/registries", "registries" },
            { $"{Registries}/people/{{0}}/provider_relationships", "[relationship]" },
            { $"{Registries}/programs", "programs" },
        };

    /// <summary>Contract 3.1, 4 and 7: what is no page.</summary>
    [Theory]
    [MemberData(nameof(Singles))]
    public async Task Contract_4_An_answer_that_is_no_page_has_its_members(
        string path,
        string shape
    )
    {
        var differences = new SortedSet<string>();
        foreach (var patient in await PatientsAsync(path))
        {
            using var answer = await host.Client.GetAsync(
                path.Replace("{0}", patient, StringComparison.Ordinal)
            );
            // Nobody's registries and nobody's providers are none (contract 7).
            if (answer.StatusCode == System.Net.HttpStatusCode.NoContent)
                continue;
            answer.EnsureSuccessStatusCode();
            differences.UnionWith(
                WireShape.Differences(await SandboxHost.ReadAsync(answer), shape)
            );
        }
        None(differences);
    }

    /// <summary>Contract 4.5: the same record in the older spelling, with the totals of the older generation.</summary>
    [Theory]
    [InlineData("allergies")]
    [InlineData("conditions")]
    [InlineData("medications")]
    [InlineData("procedures")]
    [InlineData("vaccinations")]
    public async Task Contract_4_5_A_list_of_the_older_generation_counts_and_spells_as_it_does(
        string plural
    )
    {
        foreach (var patient in await PatientsAsync())
        {
            var list = await host.GetAsync($"{Record}/people/{patient}/{plural}");
            Assert.Equal(
                [plural, "more_results", "total_results"],
                list.EnumerateObject().Select(x => x.Name)
            );
            Assert.Equal(JsonValueKind.Number, list.GetProperty("total_results").ValueKind);
            foreach (var record in list.GetProperty(plural).EnumerateArray())
                Assert.All(
                    record.EnumerateObject(),
                    member => Assert.Matches("^[a-z]+(_[a-z]+)*$", member.Name)
                );
        }
    }

    [Theory]
    [InlineData("{\"name\":\"Roberson\"}")]
    [InlineData("{\"birthDate\":\"1934-08-20\"}")]
    public async Task Contract_3_2_Who_is_found_has_an_id_within_an_id(string body)
    {
        using var answer = await host.Client.PostAsync(
            $"/patient/v1{Population}/patient-search",
            new StringContent(body, null, "application/json")
        );
        var found = await SandboxHost.ReadAsync(answer);
        None(WireShape.Differences(found, "patients"));
        Assert.NotEqual(0, found.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("/tenant/v1/tenant", null)]
    [InlineData("/tenant/v1/tenant", "sandbox-limited-token")]
    [InlineData("/allergy/v1/populations/none/patients/none/allergies", "sandbox-bearer-token")]
    [InlineData("/personnel/v1/personnel?limit=0", "sandbox-bearer-token")]
    public async Task Contract_8_4_An_error_comes_in_its_envelope(string path, string? token)
    {
        using var caller = host.Caller(token);
        using var answer = await caller.GetAsync(path);
        Assert.False(answer.IsSuccessStatusCode);
        None(WireShape.Differences(await SandboxHost.ReadAsync(answer), "error"));
    }

    /// <summary>A row that nothing can fail would hold nothing.</summary>
    [Theory]
    [InlineData("reference", "{}", "reference.id!:text is missing")]
    [InlineData("reference", "{\"id\":1}", "reference.id is no text: 1")]
    [InlineData("reference", "{\"id\":\"a\",\"x\":1}", "reference.x is no member")]
    [InlineData("platform", "{\"id\":\"A2F6\"}", "platform.id is no uuid: \"A2F6\"")]
    [InlineData("[reference]", "{}", "[reference] is no list")]
    [InlineData("concept", "{\"codings\":[3]}", "concept.codings is no object")]
    public void What_differs_is_said(string shape, string json, string difference)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Equal([difference], WireShape.Differences(document.RootElement, shape));
    }

    private static void None(IEnumerable<string> differences) =>
        Assert.True(!differences.Any(), string.Join('\n', differences));

    /// <summary>The named cases and patients of every pathway; nobody in particular where the path names nobody.</summary>
    private async Task<IReadOnlyList<string>> PatientsAsync(string path = "{0}")
    {
        if (!path.Contains("{0}", StringComparison.Ordinal))
            return [""];
        var patients = await host.PatientIdsAsync();
        return [.. patients.Take(Patients - 20), .. patients.TakeLast(20)];
    }
}
