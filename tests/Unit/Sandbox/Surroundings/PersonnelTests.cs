using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HeiChartViewer.Sandbox;

namespace HeiChartViewer.Tests.Unit.Sandbox.Surroundings;

/// <summary>
/// Personnel as torchbox/healtheintent-api-python calls it: slashes at the end of an address, pages of a hundred by
/// nextLink, and a body of JSON in every answer, also to a change or a removal.
/// </summary>
public sealed class PersonnelTests : IAsyncLifetime
{
    private const string People = "/personnel/v1/personnel";
    private const string Groups = "/personnel/v1/personnel-groups";
    private readonly SandboxHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Whoever_signs_a_record_is_found_by_the_alias_that_stands_there()
    {
        var encounters = await _host.AllAsync(SandboxHost.Analisa, "encounter", "encounters");
        var signed = encounters
            .Where(encounter => encounter.TryGetProperty("providers", out _))
            .Select(encounter => encounter.GetProperty("providers")[0].GetProperty("provider"))
            .DistinctBy(provider => provider.GetRawText())
            .ToList();
        Assert.NotEmpty(signed);
        foreach (var provider in signed)
        {
            var alias = provider.GetProperty("aliases")[0];

            var found = await _host.GetAsync(
                $"{People}?aliasValue={alias.Text("value")}&aliasSystem={alias.Text("system")}&aliasType=USER"
            );

            var person = Assert.Single(found.GetProperty("items").EnumerateArray());
            Assert.Equal(
                provider.GetProperty("name").Text("formatted"),
                person.GetProperty("name").Text("formatted")
            );
            Assert.Equal(
                person.GetRawText(),
                (await _host.GetAsync($"{People}/{person.Text("id")}/")).GetRawText()
            );
        }
    }

    [Theory]
    [InlineData("name=holl", 1)]
    [InlineData("formattedName=Holloway, Amara", 1)]
    [InlineData("aliasType=NPI", 8)]
    [InlineData("aliasType=NPI&aliasValue=aholloway", 0)]
    [InlineData("name=nobody", 0)]
    public async Task Personnel_is_filtered(string query, int count)
    {
        var found = await _host.GetAsync($"{People}?{query}");
        Assert.Equal(count, found.GetProperty("totalResults").GetInt32());
    }

    [Fact]
    public async Task Personnel_is_ordered_by_name_either_way()
    {
        var up = await NamesAsync($"{People}?orderBy=name");
        var down = await NamesAsync($"{People}?orderBy=-name");

        Assert.Equal(up.Order(StringComparer.Ordinal), up);
        Assert.Equal(up.Reverse(), down);
    }

    [Fact]
    public async Task A_person_is_created_put_into_a_group_changed_and_removed()
    {
        var person = await SendAsync(
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
                        value = "tperson",
                        system = "urn:test",
                        type = "USER",
                    },
                },
            },
            HttpStatusCode.Created
        );
        var group = await SendAsync(
            HttpMethod.Post,
            Groups,
            new { name = "Care team", mnemonic = "CARE" },
            HttpStatusCode.Created
        );
        var member = $"{Groups}/{group.Text("id")}/members/{person.Text("id")}";

        await SendAsync(HttpMethod.Put, member, null);
        Assert.Equal(person.GetRawText(), (await _host.GetAsync(member)).GetRawText());
        var renamed = await SendAsync(
            HttpMethod.Put,
            $"{Groups}/{group.Text("id")}/",
            new { name = "Other team", id = "not-taken" }
        );
        Assert.Equal(group.Text("id"), renamed.Text("id"));
        Assert.Equal("CARE", renamed.Text("mnemonic"));
        Assert.Equal(
            1,
            (await _host.GetAsync($"{People}?aliasValue=tperson&aliasType=USER"))
                .GetProperty("totalResults")
                .GetInt32()
        );
        await SendAsync(HttpMethod.Delete, $"{People}/{person.Text("id")}/", null);

        Assert.Equal(
            0,
            (await _host.GetAsync($"{Groups}/{group.Text("id")}/members"))
                .GetProperty("totalResults")
                .GetInt32()
        );
        using var gone = await _host.Client.GetAsync($"{People}/{person.Text("id")}/");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_reset_takes_changes_back()
    {
        var before = await _host.GetAsync($"{People}?limit=100");
        foreach (var person in before.GetProperty("items").EnumerateArray())
            await SendAsync(HttpMethod.Delete, $"{People}/{person.Text("id")}", null);

        (await _host.Client.PostAsync("/sandbox/reset", null)).Dispose();

        Assert.Equal(
            before.GetRawText(),
            (await _host.GetAsync($"{People}?limit=100")).GetRawText()
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"name\":3}")]
    [InlineData("{\"name\":{},\"name\":{}}")]
    [InlineData("{")]
    public async Task A_body_that_is_no_person_is_refused(string body)
    {
        using var answer = await _host.Client.PostAsync(
            People,
            new StringContent(body, null, "application/json")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<IReadOnlyList<string>> NamesAsync(string path) =>
        [
            .. (await _host.GetAsync(path))
                .GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("name").Text("formatted")!),
        ];

    private async Task<JsonElement> SendAsync(
        HttpMethod method,
        string path,
        object? body,
        HttpStatusCode expected = HttpStatusCode.OK
    )
    {
        using var request = new HttpRequestMessage(method, path)
        {
            // The client sends an empty object where it has nothing to say.
            Content = JsonContent.Create(body ?? new { }),
        };
        using var answer = await _host.Client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        return await SandboxHost.ReadAsync(answer);
    }
}
