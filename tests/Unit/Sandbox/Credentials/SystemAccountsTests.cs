using System.Net;
using System.Net.Http.Json;
using HeiChartViewer.Sandbox;
using HeiChartViewer.Sandbox.Credentials;
using Microsoft.Extensions.Configuration;

namespace HeiChartViewer.Tests.Unit.Sandbox.Credentials;

public sealed class SystemAccountsTests(OAuthHost host) : IClassFixture<OAuthHost>, IAsyncLifetime
{
    private static readonly (string Api, string Path)[] Operations =
    [
        .. SandboxHost.Lists.Select(list =>
            (
                list.Api == "longitudinal-record" ? $"{list.Api}/{list.Plural}" : list.Api,
                SandboxHost.ListPath(SandboxHost.Analisa, list.Api, list.Plural)
            )
        ),
        ("tenant", "/tenant/v1/tenant"),
        ("data-source", "/data-source/v1/data-partitions"),
    ];

    public Task InitializeAsync() => host.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("sandbox-bearer-token", "*")]
    [InlineData("sandbox-limited-token", "patient allergy condition")]
    [InlineData(
        "sandbox-results-token",
        "patient observation longitudinal-record/document-references"
    )]
    [InlineData("sandbox-directory-token", "tenant data-source")]
    public async Task An_account_reaches_what_it_was_granted_and_nothing_else(
        string token,
        string grants
    )
    {
        foreach (var (api, path) in Operations)
        {
            using var answer = await host.CallAsync($"Bearer {token}", path);
            var isGranted = grants == "*" || grants.Split(' ').Contains(api);
            Assert.Equal(
                isGranted ? HttpStatusCode.OK : HttpStatusCode.Forbidden,
                answer.StatusCode
            );
            if (!isGranted)
                Assert.Equal(
                    """{"code":403,"message":"Forbidden"}""",
                    await answer.Content.ReadAsStringAsync()
                );
        }
    }

    [Fact]
    public async Task A_rotated_token_is_good_beside_the_new_one_until_the_overlap_ends()
    {
        var next = await RotateAsync("full", new { overlapSeconds = 60 });

        Assert.Equal(200, await host.StatusAsync("Bearer sandbox-bearer-token"));
        Assert.Equal(200, await host.StatusAsync($"Bearer {next}"));
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(401, await host.StatusAsync("Bearer sandbox-bearer-token"));
        Assert.Equal(200, await host.StatusAsync($"Bearer {next}"));
        Assert.Equal(
            200,
            await host.StatusAsync("Bearer sandbox-results-token", Operations[0].Path)
        );
    }

    [Fact]
    public async Task Three_tokens_in_a_row_end_one_after_the_other()
    {
        var second = await RotateAsync("full", new { overlapSeconds = 60 });
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        var third = await RotateAsync("full", new { overlapSeconds = 60 });

        host.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(401, await host.StatusAsync("Bearer sandbox-bearer-token"));
        Assert.Equal(200, await host.StatusAsync($"Bearer {second}"));
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(401, await host.StatusAsync($"Bearer {second}"));
        Assert.Equal(200, await host.StatusAsync($"Bearer {third}"));
    }

    [Fact]
    public async Task A_rotation_without_overlap_ends_the_old_token_at_once_and_a_reset_gives_it_back()
    {
        var next = await RotateAsync("limited", new { overlapSeconds = 0 });
        var path = SandboxHost.ListPath(SandboxHost.Analisa, "allergy", "allergies");

        Assert.Equal(401, await host.StatusAsync("Bearer sandbox-limited-token", path));
        await host.ResetAsync();
        Assert.Equal(200, await host.StatusAsync("Bearer sandbox-limited-token", path));
        Assert.Equal(401, await host.StatusAsync($"Bearer {next}", path));
    }

    [Fact]
    public async Task The_control_shows_every_account_with_the_tokens_it_has_now()
    {
        var next = await RotateAsync("full", new { });
        using var answer = await host.CallAsync(null, "/sandbox/accounts");
        var accounts = (await SandboxHost.ReadAsync(answer)).EnumerateArray().ToArray();

        Assert.Equal(
            ["full", "limited", "results", "directory"],
            accounts.Select(account => account.Text("name"))
        );
        var tokens = accounts[0].GetProperty("bearerTokens").EnumerateArray().ToArray();
        Assert.Equal(["sandbox-bearer-token", next], tokens.Select(token => token.Text("value")));
        Assert.Equal("2026-11-23T07:05:00+00:00", tokens[0].Text("endsOn"));
        Assert.Equal(SandboxOptions.ConsumerKey, accounts[0].Text("consumerKey"));
    }

    [Theory]
    [InlineData("nobody", "{}")]
    [InlineData("full", """{"overlapSeconds":-1}""")]
    [InlineData("full", """{"overlap":1}""")]
    public async Task A_rotation_that_makes_no_sense_is_refused(string account, string body)
    {
        using var answer = await host.Http.PostAsync(
            $"/sandbox/accounts/{account}/rotate",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json")
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_configured_account_joins_the_others_or_takes_the_place_of_its_namesake()
    {
        var options = SandboxOptions.From(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["Sandbox:Urls"] = "http://localhost:0",
                        ["Sandbox:Patients"] = "0",
                        ["Sandbox:Accounts:0:Name"] = "registry",
                        ["Sandbox:Accounts:0:BearerToken"] = "registry-token",
                        ["Sandbox:Accounts:0:Grants:0"] = "tenant",
                        ["Sandbox:Accounts:1:Name"] = "directory",
                        ["Sandbox:Accounts:1:BearerToken"] = "other-directory-token",
                        ["Sandbox:Accounts:1:Grants:0"] = "data-source",
                    }
                )
                .Build()
        );
        await using var server = await SandboxServer.StartAsync(options);
        using var http = new HttpClient { BaseAddress = server.BaseAddress };

        Assert.Equal(200, await StatusAsync("registry-token", "/tenant/v1/tenant"));
        Assert.Equal(403, await StatusAsync("registry-token", "/data-source/v1/data-partitions"));
        Assert.Equal(403, await StatusAsync("other-directory-token", "/tenant/v1/tenant"));
        Assert.Equal(401, await StatusAsync("sandbox-directory-token", "/tenant/v1/tenant"));
        Assert.Equal(200, await StatusAsync("sandbox-bearer-token", "/tenant/v1/tenant"));

        async Task<int> StatusAsync(string token, string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Authorization = new("Bearer", token);
            using var answer = await http.SendAsync(request);
            return (int)answer.StatusCode;
        }
    }

    [Fact]
    public void Accounts_that_cannot_be_told_apart_or_proven_are_all_named_at_once()
    {
        var options = new SandboxOptions();
        options.Accounts.Add(new SystemAccountOptions { BearerToken = "nameless" });
        options.Accounts.Add(new SystemAccountOptions { Name = "silent" });
        options.Accounts.Add(
            new SystemAccountOptions
            {
                Name = "half",
                BearerToken = "half-token",
                ConsumerKey = "key",
            }
        );
        options.Accounts.Add(
            new SystemAccountOptions { Name = "thief", BearerToken = "sandbox-bearer-token" }
        );

        var errors = string.Join('\n', options.Validate());

        Assert.Contains("without a Name", errors, StringComparison.Ordinal);
        Assert.Contains("'silent' needs a BearerToken", errors, StringComparison.Ordinal);
        Assert.Contains("'half' needs both", errors, StringComparison.Ordinal);
        Assert.Contains("two accounts one BearerToken", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("sandbox-bearer-token", errors, StringComparison.Ordinal);
    }

    private async Task<string> RotateAsync(string account, object order)
    {
        using var answer = await host.Http.PostAsJsonAsync(
            $"/sandbox/accounts/{account}/rotate",
            order
        );
        answer.EnsureSuccessStatusCode();
        return (await SandboxHost.ReadAsync(answer)).Text("bearerToken")!;
    }
}
