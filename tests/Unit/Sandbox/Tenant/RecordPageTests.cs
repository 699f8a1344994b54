using System.Net;
using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Tenant;

public sealed class RecordPageTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private static readonly string Observations = SandboxHost.ListPath(
        SandboxHost.Analisa,
        "observation",
        "observations"
    );

    [Fact]
    public async Task Pages_of_twenty_follow_each_other_without_loss_or_repetition()
    {
        var ids = new List<string>();
        var next = Observations;
        var sizes = new List<int>();
        while (next is not null)
        {
            var page = await host.GetAsync(next);
            var items = page.GetProperty("items")
                .EnumerateArray()
                .Select(item => item.Text("id")!)
                .ToArray();
            sizes.Add(items.Length);
            ids.AddRange(items);
            Assert.Equal(
                $"{host.Server.BaseAddress.GetLeftPart(UriPartial.Authority)}{Observations}?limit=20",
                page.Text("firstLink")
            );
            next = page.Text("nextLink");
            Assert.False(page.TryGetProperty("totalResults", out _));
        }

        Assert.All(sizes[..^1], size => Assert.Equal(20, size));
        Assert.InRange(sizes[^1], 1, 20);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(
            (await host.AllAsync(SandboxHost.Analisa, "observation", "observations")).Count,
            ids.Count
        );
    }

    [Fact]
    public async Task An_empty_list_is_one_page_without_a_next()
    {
        var page = await host.GetAsync(
            SandboxHost.ListPath(await host.PatientIdAsync("empty"), "allergy", "allergies")
        );

        Assert.Equal(0, page.GetProperty("items").GetArrayLength());
        Assert.NotNull(page.Text("firstLink"));
        Assert.False(page.TryGetProperty("nextLink", out _));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("limit=5&limit=6", "limit")]
    [InlineData("limit=99999999999999999999", "limit")]
    [InlineData("cursor=", "cursor")]
    [InlineData("cursor=%20", "cursor")]
    [InlineData("cursor=AAAAAAAAAAAAAAAAAAAAAA", "cursor")]
    [InlineData("cursor=_-_-_-_-_-_-_-_-_-_-_-", "cursor")]
    [InlineData("cursor=AAAAAAAAAAAAAAAAAAAA%0000", "cursor")]
    [InlineData("status=%20", "status")]
    public async Task A_bad_parameter_is_a_400_that_names_it(string query, string location)
    {
        using var answer = await host.Client.GetAsync($"{Observations}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = await SandboxHost.ReadAsync(answer);
        Assert.Equal(400, error.GetProperty("code").GetInt32());
        var detail = error.GetProperty("errorDetails")[0];
        Assert.Equal("query", detail.Text("locationType"));
        Assert.Equal(location, detail.Text("location"));
    }

    [Theory]
    [InlineData("limit=1")]
    [InlineData("limit=100")]
    [InlineData("foo=bar&orderBy=")]
    public async Task Limits_at_the_edge_and_unknown_parameters_are_taken(string query)
    {
        using var answer = await host.Client.GetAsync($"{Observations}?{query}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_cursor_of_another_list_patient_or_filter_is_refused()
    {
        var cursor = (await host.GetAsync(Observations)).Text("nextLink")!.Split("cursor=")[1];
        var other = await host.PatientIdAsync("ten-thousand");

        foreach (
            var path in (string[])
                [
                    $"{SandboxHost.ListPath(SandboxHost.Analisa, "encounter", "encounters")}?cursor={cursor}",
                    $"{SandboxHost.ListPath(other, "observation", "observations")}?cursor={cursor}",
                    $"{Observations}?status=final&cursor={cursor}",
                    $"{Observations}?cursor={(cursor[0] == 'B' ? 'A' : 'B')}{cursor[1..]}",
                ]
        )
        {
            using var answer = await host.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Statuses_filter_and_add_up()
    {
        var patient = await host.PatientIdAsync("entered-in-error");
        var all = await host.AllAsync(patient, "observation", "observations");
        var final = await CountAsync("status=FINAL");
        var taken = await CountAsync("status=entered-in-error");

        Assert.Equal(all.Count(record => record.StatusCode() == "final"), final);
        Assert.Equal(1, taken);
        Assert.Equal(final + taken, await CountAsync("status=final&status=entered-in-error"));
        Assert.Equal(0, await CountAsync("status=nonsense"));

        async Task<int> CountAsync(string query)
        {
            var count = 0;
            var next =
                $"{SandboxHost.ListPath(patient, "observation", "observations")}?limit=100&{query}";
            for (JsonElement page; next is not null; next = page.Text("nextLink"))
            {
                page = await host.GetAsync(next);
                count += page.GetProperty("items").GetArrayLength();
            }
            return count;
        }
    }

    [Fact]
    public async Task Links_name_the_host_that_was_asked()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Observations);
        request.Headers.Host = "sandbox.api.us-1.example:8443";
        using var answer = await host.Client.SendAsync(request);

        var page = await SandboxHost.ReadAsync(answer);
        Assert.StartsWith(
            "http://sandbox.api.us-1.example:8443/observation/",
            page.Text("nextLink"),
            StringComparison.Ordinal
        );
    }
}
