using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Legacy;

public sealed class LegacyRoutesTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private const string Root = $"/legacy/record/api/populations/{SandboxHost.Population}";
    private const string Lookup = $"{Root}/data_partitions/{SandboxHost.StBrigid}/empi_lookup";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Contract_4_1_and_4_2_A_local_id_leads_to_the_person(bool byBody)
    {
        using var answer = await LookupAsync("151579", byBody);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            """{"response":{"fields":[{"field_name":"empi_person_id","field_value":"ID"}],"error":{}}}""".Replace(
                "ID",
                SandboxHost.Analisa,
                StringComparison.Ordinal
            ),
            await answer.Content.ReadAsStringAsync()
        );
        Assert.False(answer.Headers.Contains("x-sandbox-assumed"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Contract_4_1_Nobody_is_a_204_and_several_are_a_409(bool byBody)
    {
        using var nobody = await LookupAsync("4040404040", byBody);
        Assert.Equal(HttpStatusCode.NoContent, nobody.StatusCode);
        Assert.Empty(await nobody.Content.ReadAsByteArrayAsync());
        Assert.NotNull(nobody.Headers.Location);

        var twice = await host.CaseAsync("two-matches");
        using var several = await LookupAsync(twice.Text("personId")!, byBody);
        Assert.Equal(HttpStatusCode.Conflict, several.StatusCode);
        Assert.NotNull(several.Headers.Location);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?id=")]
    [InlineData("?id=%20")]
    [InlineData("?id=1&id=2")]
    public async Task Contract_4_1_A_lookup_of_nothing_is_refused(string query)
    {
        using var answer = await host.Client.GetAsync(Lookup + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData($"/legacy/record/api/populations/none/people")]
    [InlineData($"{Root}/data_partitions/none/empi_lookup?id=1")]
    [InlineData($"{Root}/people/none")]
    [InlineData($"{Root}/people/none/allergies")]
    public async Task Contract_4_6_What_is_not_there_is_told_in_the_sentence_that_was_seen(
        string path
    )
    {
        using var answer = await host.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(
            "Unable to locate the specified resource.",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Contract_4_3_Without_criteria_everybody_is_found_page_by_page()
    {
        var ids = new List<string>();
        JsonElement page;
        do
        {
            page = await host.GetAsync($"{Root}/people?limit=100&offset={ids.Count}");
            ids.AddRange(page.GetProperty("persons").EnumerateArray().Select(x => x.Text("id")!));
        } while (page.GetProperty("more_results").GetBoolean());

        Assert.Equal(page.GetProperty("total_results").GetInt32(), ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("name=roberson", true)]
    [InlineData("given_name=Analisa&family_name=Roberson", true)]
    [InlineData("date_of_birth=1934-08-20&gender=female", true)]
    [InlineData("date_of_birth=1934-08-20&gender=male", false)]
    [InlineData("alias=4481207731", true)]
    [InlineData("alias=4481207731&alias_system=another", false)]
    public async Task Contract_4_3_People_are_found_by_all_criteria(string query, bool isFound)
    {
        var page = await host.GetAsync($"{Root}/people?{query}");
        Assert.Equal(
            isFound,
            page.GetProperty("persons")
                .EnumerateArray()
                .Any(person => person.Text("id") == SandboxHost.Analisa)
        );
        var criteria = query
            .Split('&')
            .Select(x => x.Split('='))
            .ToDictionary(x => x[0], x => x[1]);
        using var posted = await host.Client.PostAsJsonAsync($"{Root}/people/search", criteria);
        Assert.Equal(page.GetRawText(), (await SandboxHost.ReadAsync(posted)).GetRawText());
    }

    [Fact]
    public async Task Contract_4_3_A_person_found_has_words_where_the_person_alone_has_codes()
    {
        var found = (await host.GetAsync($"{Root}/people?name=Analisa+Roberson")).GetProperty(
            "persons"
        )[0];
        Assert.Equal("Female", found.Text("gender"));
        Assert.Equal("Roberson, Analisa", found.Text("formatted_name"));
        Assert.Equal("1934-08-20", found.Text("date_of_birth"));
        Assert.False(found.GetProperty("deceased").GetBoolean());
        Assert.Equal(
            JsonValueKind.String,
            found.Member("address", "state_or_province")!.Value.ValueKind
        );
        Assert.Contains(
            found.GetProperty("record_ids").EnumerateArray(),
            record =>
                record.Text("data_partition_id") == SandboxHost.StBrigid
                && record.Text("person_id") == "151579"
        );

        var alone = await host.GetAsync($"{Root}/people/{SandboxHost.Analisa}");
        Assert.Equal("FEMALE", alone.GetProperty("gender").Text("id"));
        Assert.NotNull(alone.Member("address", "state_or_province", "code_system_id"));
        Assert.Equal(
            "ENROLLMENT",
            alone.GetProperty("benefit_coverages")[0].Member("source")!.Value.Text("type")
        );
        var other = await host.GetAsync(
            $"{Root}/people/{SandboxHost.Analisa}?benefit_coverages.type=CLAIM"
        );
        Assert.Empty(other.GetProperty("benefit_coverages").EnumerateArray());
    }

    [Theory]
    [InlineData("allergies", "allergy", "allergies")]
    [InlineData("conditions", "condition", "conditions")]
    [InlineData("medications", "medication", "medications")]
    [InlineData("procedures", "procedure", "procedures")]
    [InlineData("vaccinations", "immunization", "immunizations")]
    public async Task Contract_4_5_Clinical_lists_hold_the_same_records_in_snake_case(
        string name,
        string api,
        string plural
    )
    {
        var records = await host.AllAsync(SandboxHost.Analisa, api, plural);
        using var answer = await host.Client.GetAsync(
            $"{Root}/people/{SandboxHost.Analisa}/{name}?limit=100"
        );
        var page = await SandboxHost.ReadAsync(answer);

        Assert.True(answer.Headers.Contains("x-sandbox-assumed"));
        Assert.Equal(records.Count, page.GetProperty("total_results").GetInt32());
        var listed = page.GetProperty(name).EnumerateArray().ToList();
        Assert.Equal(records.Select(x => x.Text("id")), listed.Select(x => x.Text("id")));
        Assert.All(
            listed,
            record => Assert.NotNull(record.Member("source_identifier", "data_partition_id"))
        );
    }

    [Theory]
    [InlineData("people/search", "{\"name\":\"\\ud800\"}")]
    [InlineData("people/search", "{\"\\udc00\":\"a\"}")]
    [InlineData("people/search", "{\"name\":\"a\",\"name\":\"b\"}")]
    [InlineData($"data_partitions/{SandboxHost.StBrigid}/empi_lookup", "{\"id\":\"\\ud83d\"}")]
    public async Task A_body_that_holds_what_is_no_text_is_refused(string path, string body)
    {
        using var answer = await host.Client.PostAsync(
            $"{Root}/{path}",
            new StringContent(body, null, "application/json")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Contract_10_6_An_empty_list_is_a_list()
    {
        var empty = await host.PatientIdAsync("empty");
        var page = await host.GetAsync($"{Root}/people/{empty}/allergies");
        Assert.Equal(0, page.GetProperty("total_results").GetInt32());
        Assert.Empty(page.GetProperty("allergies").EnumerateArray());
    }

    [Fact]
    public async Task Contract_4_6_An_answer_carries_the_headers_that_were_seen()
    {
        using var answer = await host.Client.GetAsync($"{Root}/people/{SandboxHost.Analisa}");

        Assert.Matches("^W/\"[0-9a-f]{32}\"$", answer.Headers.ETag!.ToString());
        Assert.True(answer.Headers.CacheControl is { Private: true, MustRevalidate: true });
        Assert.Equal(
            answer.Headers.GetValues("cerner-correlation-id"),
            answer.Headers.GetValues("X-Request-Id")
        );
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task An_account_without_the_grant_is_refused()
    {
        using var caller = host.Caller("sandbox-limited-token");
        using var answer = await caller.GetAsync($"{Root}/people");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private Task<HttpResponseMessage> LookupAsync(string id, bool byBody) =>
        byBody
            ? host.Client.PostAsJsonAsync(Lookup, new { id })
            : host.Client.GetAsync($"{Lookup}?id={id}");
}
