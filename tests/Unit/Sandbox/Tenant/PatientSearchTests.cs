using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Tenant;

public sealed class PatientSearchTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private const string Path = $"/patient/v1/populations/{SandboxHost.Population}/patient-search";

    [Theory]
    [InlineData("""{"name":"Analisa Roberson"}""")]
    [InlineData("""{"name":"rob ana"}""")]
    [InlineData("""{"name":"ROBERSON, Ánalisa"}""")]
    [InlineData("""{"birthDate":"1934-08-20"}""")]
    [InlineData("""{"alias":{"value":"4481207731"}}""")]
    [InlineData(
        """{"alias":{"system":"2.16.840.1.113883.3.13.6","value":"4481207731"},"name":"roberson"}"""
    )]
    public async Task Finds_by_name_birth_date_and_alias(string body) =>
        Assert.Equal([SandboxHost.Analisa], await FindAsync(body));

    [Theory]
    [InlineData("""{"name":"obers"}""")]
    [InlineData("""{"name":"Analisa","birthDate":"1934-08-21"}""")]
    [InlineData("""{"alias":{"system":"1.2.3","value":"4481207731"}}""")]
    [InlineData("""{"alias":{"value":"448120773"}}""")]
    public async Task Every_criterion_must_hold(string body) => Assert.Empty(await FindAsync(body));

    [Fact]
    public async Task Accents_in_the_record_do_not_hide_a_name()
    {
        var found = await FindAsync("""{"name":"nunez"}""");
        Assert.NotEmpty(found);
        foreach (var id in found)
        {
            // A name of before a marriage is a name too.
            var records = await host.AllAsync(id, "patient", "demographics");
            Assert.Contains(
                records,
                record =>
                    record
                        .GetProperty("names")[0]
                        .Text("formatted")!
                        .Contains("Núñez", StringComparison.OrdinalIgnoreCase)
            );
        }
    }

    [Fact]
    public async Task A_telephone_number_is_its_digits()
    {
        var record = (await host.AllAsync(SandboxHost.Analisa, "patient", "demographics"))[0];
        var number = record.GetProperty("telecoms")[0].Text("value")!;
        var written = $"({number[..3]}) {number[4..7]} {number[8..]}";

        Assert.Contains(
            SandboxHost.Analisa,
            await FindAsync(JsonSerializer.Serialize(new { telecom = written }))
        );
    }

    [Theory]
    [InlineData("arabic-name", "ليلى")]
    [InlineData("chinese-name", "欧阳")]
    [InlineData("single-name", "prabow")]
    public async Task Finds_names_of_any_script_and_of_one_part(string name, string search) =>
        Assert.Contains(
            await host.PatientIdAsync(name),
            await FindAsync(JsonSerializer.Serialize(new { name = search }))
        );

    [Fact]
    public async Task Pages_by_offset_and_leaves_out_links_that_lead_nowhere()
    {
        var all = await FindAsync("""{"name":"Marchetti"}""");
        Assert.True(all.Count >= 2);

        using var answer = await PostAsync("""{"name":"Marchetti"}""", "?limit=1");
        var page = await SandboxHost.ReadAsync(answer);
        Assert.Equal(all.Count, page.GetProperty("totalResults").GetInt32());
        Assert.False(page.TryGetProperty("previousLink", out _));
        Assert.EndsWith(
            $"offset={all.Count - 1}&limit=1",
            page.Text("lastLink"),
            StringComparison.Ordinal
        );

        var walked = new List<string>();
        for (var link = page.Text("firstLink"); link is not null; link = page.Text("nextLink"))
        {
            using var step = await PostAsync("""{"name":"Marchetti"}""", new Uri(link).Query);
            page = await SandboxHost.ReadAsync(step);
            walked.AddRange(Ids(page));
        }
        Assert.Equal(all, walked);
    }

    [Theory]
    [InlineData("{}", "body")]
    [InlineData("null", "body")]
    [InlineData("[]", "body")]
    [InlineData("{", "body")]
    [InlineData("", "body")]
    [InlineData("""{"name":"  "}""", "name")]
    [InlineData("""{"name":5}""", "body")]
    [InlineData("""{"birthDate":"20-08-1934"}""", "birthDate")]
    [InlineData("""{"telecom":"none"}""", "telecom")]
    [InlineData("""{"alias":{"system":"1.2"}}""", "alias.value")]
    public async Task A_search_that_asks_for_nothing_is_a_400(string body, string location)
    {
        using var answer = await PostAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var detail = (await SandboxHost.ReadAsync(answer)).GetProperty("errorDetails")[0];
        Assert.Equal("body", detail.Text("locationType"));
        Assert.Equal(location, detail.Text("location"));
    }

    [Theory]
    [InlineData("?limit=101", "limit")]
    [InlineData("?offset=-1", "offset")]
    public async Task Paging_out_of_range_is_a_400(string query, string location)
    {
        using var answer = await PostAsync("""{"name":"a"}""", query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(
            location,
            (await SandboxHost.ReadAsync(answer)).GetProperty("errorDetails")[0].Text("location")
        );
    }

    [Fact]
    public async Task Another_content_type_is_a_400()
    {
        using var answer = await host.Client.PostAsync(
            Path,
            new StringContent("""{"name":"a"}""", Encoding.UTF8, "text/plain")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<List<string>> FindAsync(string body)
    {
        using var answer = await PostAsync(body, "?limit=100");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Ids(await SandboxHost.ReadAsync(answer));
    }

    private static List<string> Ids(JsonElement page) =>
        [
            .. page.GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("id").Text("id")!),
        ];

    private Task<HttpResponseMessage> PostAsync(string body, string query = "") =>
        host.Client.PostAsync(
            Path + query,
            new StringContent(body, Encoding.UTF8, "application/json")
        );
}
