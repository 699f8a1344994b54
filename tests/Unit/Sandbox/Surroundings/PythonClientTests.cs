using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Surroundings;

/// <summary>
/// Every call of torchbox/healtheintent-api-python as it goes over the wire: the media type on each request, also on one
/// without a body; a slash at the end of one person's or one group's address; an empty object where there is nothing to say.
/// </summary>
public sealed class PythonClientTests : IAsyncLifetime
{
    private const string People = "/personnel/v1/personnel";
    private const string Groups = "/personnel/v1/personnel-groups";
    private readonly SandboxHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Get_personnel_goes_through_all_pages()
    {
        for (var number = 0; number < 101; number++)
            await CreatePersonAsync($"extra{number}");
        var total = (await GetAsync(People)).GetProperty("totalResults").GetInt32();

        var ids = await AllAsync($"{People}?limit=100");

        Assert.Equal(total, ids.Count);
        Assert.Equal(total, ids.Distinct().Count());
        Assert.True(total > 100);
    }

    [Theory]
    [InlineData("aliasValue=aholloway&aliasType=USER", 1)]
    [InlineData(
        "aliasValue=aholloway&aliasSystem=urn%3Acerner%3Acoding%3Acodingsystem%3Acodeset%3Anone&aliasType=USER",
        0
    )]
    public async Task Get_person_from_alias_takes_the_first(string query, int found) =>
        Assert.Equal(
            found,
            (await GetAsync($"{People}?{query}")).GetProperty("items").GetArrayLength()
        );

    [Fact]
    public async Task A_person_is_created_read_updated_and_deleted()
    {
        var created = await CreatePersonAsync("tperson");
        var address = $"{People}/{created.Text("id")}/";

        Assert.Equal(
            "Person, Test",
            (await GetAsync(address)).GetProperty("name").Text("formatted")
        );
        var updated = await SendAsync(HttpMethod.Put, address, new { gender = "FEMALE" });
        Assert.Equal("FEMALE", updated.Text("gender"));
        Assert.Equal(created.Text("id"), updated.Text("id"));
        Assert.Equal("FEMALE", (await GetAsync(address)).Text("gender"));
        await SendAsync(HttpMethod.Delete, address, new { });
        using var gone = await AskAsync(HttpMethod.Get, address, null);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_group_is_created_read_filled_emptied_updated_and_deleted()
    {
        var group = await SendAsync(
            HttpMethod.Post,
            Groups,
            new { name = "Care team", mnemonic = "CARE" },
            HttpStatusCode.Created
        );
        var person = await CreatePersonAsync("tmember");
        var address = $"{Groups}/{group.Text("id")}";

        Assert.Contains(group.Text("id"), await AllAsync($"{Groups}?limit=100"));
        Assert.Equal("CARE", (await GetAsync($"{address}/")).Text("mnemonic"));
        await SendAsync(HttpMethod.Put, $"{address}/members/{person.Text("id")}", new { });
        Assert.Equal([person.Text("id")!], await AllAsync($"{address}/members?limit=100"));
        await SendAsync(HttpMethod.Delete, $"{address}/members/{person.Text("id")}", new { });
        Assert.Empty(await AllAsync($"{address}/members"));
        Assert.Equal(
            "Night team",
            (await SendAsync(HttpMethod.Put, $"{address}/", new { name = "Night team" })).Text(
                "name"
            )
        );
        await SendAsync(HttpMethod.Delete, $"{address}/", new { });
        using var gone = await AskAsync(HttpMethod.Get, $"{address}/", null);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    /// <summary>The client reads an error's body as JSON and has a class of its own for these.</summary>
    [Theory]
    [InlineData("sandbox-bearer-token", $"{People}?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("guess", People, HttpStatusCode.Unauthorized)]
    [InlineData("sandbox-limited-token", People, HttpStatusCode.Forbidden)]
    [InlineData("sandbox-bearer-token", $"{People}/none/", HttpStatusCode.NotFound)]
    public async Task An_error_is_told_apart_by_its_status(
        string token,
        string path,
        HttpStatusCode status
    )
    {
        using var answer = await AskAsync(HttpMethod.Get, path, null, token);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(
            (int)status,
            (await SandboxHost.ReadAsync(answer)).GetProperty("code").GetInt32()
        );
    }

    private Task<JsonElement> CreatePersonAsync(string alias) =>
        SendAsync(
            HttpMethod.Post,
            People,
            new
            {
                name = new
                {
                    given = "Test",
                    family = "Person",
                    prefix = (string?)null,
                    suffix = (string?)null,
                },
                aliases = new[]
                {
                    new
                    {
                        value = alias,
                        system = "urn:test",
                        type = "USER",
                    },
                },
            },
            HttpStatusCode.Created
        );

    /// <summary>The ids of all pages: the next one is asked for at the link, whole.</summary>
    private async Task<List<string>> AllAsync(string path)
    {
        var ids = new List<string>();
        for (string? next = path; next is not null; )
        {
            var page = await GetAsync(next);
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(x => x.Text("id")!));
            next = page.Text("nextLink");
        }
        return ids;
    }

    private Task<JsonElement> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    private async Task<JsonElement> SendAsync(
        HttpMethod method,
        string path,
        object? body,
        HttpStatusCode expected = HttpStatusCode.OK
    )
    {
        using var answer = await AskAsync(method, path, body);
        Assert.Equal(expected, answer.StatusCode);
        return await SandboxHost.ReadAsync(answer);
    }

    private async Task<HttpResponseMessage> AskAsync(
        HttpMethod method,
        string path,
        object? body,
        string token = "sandbox-bearer-token"
    )
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null
                ? new StringContent("", Encoding.UTF8, "application/json")
                : JsonContent.Create(body),
        };
        request.Headers.Add("Authorization", $"Bearer {token}");
        request.Headers.Add("Accept", "application/json");
        using var caller = _host.Caller(null);
        return await caller.SendAsync(request);
    }
}
