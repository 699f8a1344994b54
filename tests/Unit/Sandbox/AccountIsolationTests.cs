using System.Net;
using HeiChartViewer.Sandbox;
using HeiChartViewer.Sandbox.Credentials;

namespace HeiChartViewer.Tests.Unit.Sandbox;

/// <summary>Nothing that one account or one tenant was given is good for another: no answer, cursor, tag or token.</summary>
public sealed class AccountIsolationTests(AccountIsolationTests.Tenants tenants)
    : IClassFixture<AccountIsolationTests.Tenants>
{
    private static readonly string Observations = SandboxHost.ListPath(
        SandboxHost.Analisa,
        "observation",
        "observations"
    );

    private static readonly string Encounters = SandboxHost.ListPath(
        SandboxHost.Analisa,
        "encounter",
        "encounters"
    );

    [Fact]
    public async Task A_cursor_of_one_account_is_refused_to_another_with_the_same_grant()
    {
        var next = await NextAsync(tenants.First, "results-one", Observations);

        Assert.Equal(200, await StatusAsync(tenants.First, "results-one", next));
        Assert.Equal(400, await StatusAsync(tenants.First, "results-two", next));
        Assert.Equal(403, await StatusAsync(tenants.First, "visits-one", next));
        Assert.Equal(401, await StatusAsync(tenants.First, "nobody", next));
    }

    [Fact]
    public async Task A_tag_of_one_account_tells_another_nothing_it_may_not_read()
    {
        var tag = await TagAsync(tenants.First, "visits-one", Encounters);

        Assert.Equal(304, await StatusAsync(tenants.First, "visits-one", Encounters, tag));
        Assert.Equal(403, await StatusAsync(tenants.First, "results-one", Encounters, tag));
        Assert.Equal(403, await StatusAsync(tenants.First, "results-one", Encounters, "*"));
        Assert.Equal(401, await StatusAsync(tenants.First, "nobody", Encounters, tag));
    }

    [Fact]
    public async Task Of_two_tenants_neither_knows_the_tokens_cursors_tags_or_patients_of_the_other()
    {
        var next = await NextAsync(tenants.First, "shared", Observations);
        var tag = await TagAsync(tenants.First, "shared", Encounters);
        var patient = await PatientIdAsync(tenants.First, "bleed-1");
        Assert.NotEqual(patient, await PatientIdAsync(tenants.Second, "bleed-1"));

        Assert.Equal(401, await StatusAsync(tenants.Second, "results-one", Observations));
        Assert.Equal(400, await StatusAsync(tenants.Second, "shared", next));
        Assert.Equal(200, await StatusAsync(tenants.Second, "shared", Encounters, tag));
        Assert.Equal(
            404,
            await StatusAsync(
                tenants.Second,
                "shared",
                SandboxHost.ListPath(patient, "allergy", "allergies")
            )
        );
    }

    [Fact]
    public async Task A_signed_token_is_good_for_its_own_account_at_its_own_tenant()
    {
        var token = await tenants.First.SignInAsync("results-one");

        Assert.Equal(200, await SignedStatusAsync(tenants.First, "results-one", Observations));
        Assert.Equal(403, await SignedStatusAsync(tenants.First, "results-one", Encounters));
        Assert.Equal(401, await SignedStatusAsync(tenants.First, "visits-one", Encounters));
        Assert.Equal(401, await SignedStatusAsync(tenants.Second, "results-one", Observations));

        async Task<int> SignedStatusAsync(Tenant tenant, string account, string path)
        {
            var header = ClockedHost
                .PlainHeader(token, "")
                .Replace(ClockedHost.Key, $"{account}-key", StringComparison.Ordinal);
            using var answer = await tenant.AskAsync(header, path);
            return (int)answer.StatusCode;
        }
    }

    private static async Task<int> StatusAsync(
        Tenant tenant,
        string account,
        string path,
        string? tag = null
    )
    {
        using var answer = await tenant.AskAsync($"Bearer {account}-token", path, tag);
        if (!answer.IsSuccessStatusCode)
            Assert.DoesNotContain(
                "items",
                await answer.Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
        return (int)answer.StatusCode;
    }

    private static async Task<string> NextAsync(Tenant tenant, string account, string path)
    {
        using var answer = await tenant.AskAsync($"Bearer {account}-token", $"{path}?limit=5");
        return new Uri((await SandboxHost.ReadAsync(answer)).Text("nextLink")!).PathAndQuery;
    }

    private static async Task<string> TagAsync(Tenant tenant, string account, string path)
    {
        using var answer = await tenant.AskAsync($"Bearer {account}-token", path);
        return answer.Headers.ETag!.ToString();
    }

    private static async Task<string> PatientIdAsync(Tenant tenant, string name)
    {
        using var answer = await tenant.AskAsync(null, "/sandbox/catalogue");
        return (await SandboxHost.ReadAsync(answer))
            .EnumerateArray()
            .Single(entry => entry.Text("name") == name)
            .Text("patientId")!;
    }

    public sealed class Tenants : IAsyncLifetime
    {
        public Tenant First { get; private set; } = null!;

        public Tenant Second { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            First = await Tenant.StartAsync(
                1,
                "results-one",
                "results-two",
                "visits-one",
                "shared"
            );
            Second = await Tenant.StartAsync(2, "shared");
        }

        public async Task DisposeAsync()
        {
            await First.DisposeAsync();
            await Second.DisposeAsync();
        }
    }

    /// <summary>A sandbox with a population and accounts of its own; an account may read what its name begins with.</summary>
    public sealed class Tenant : IAsyncDisposable
    {
        private readonly SandboxServer _server;
        private readonly HttpClient _http;

        private Tenant(SandboxServer server) =>
            (_server, _http) = (server, new HttpClient { BaseAddress = server.BaseAddress });

        public static async Task<Tenant> StartAsync(int seed, params string[] accounts)
        {
            var options = new SandboxOptions
            {
                Urls = "http://localhost:0",
                Patients = 0,
                Seed = seed,
            };
            foreach (var account in accounts)
                options.Accounts.Add(
                    new SystemAccountOptions
                    {
                        Name = account,
                        BearerToken = $"{account}-token",
                        ConsumerKey = $"{account}-key",
                        ConsumerSecret = $"{account}-secret",
                        Grants = account.Split('-')[0] switch
                        {
                            "results" => ["observation"],
                            "visits" => ["encounter"],
                            _ => [],
                        },
                    }
                );
            return new Tenant(await SandboxServer.StartAsync(options, CancellationToken.None));
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await _server.DisposeAsync();
        }

        public async Task<HttpResponseMessage> AskAsync(
            string? authorization,
            string path,
            string? tag = null
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (authorization is not null)
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            if (tag is not null)
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            return await _http.SendAsync(request);
        }

        public async Task<Dictionary<string, string>> SignInAsync(string account)
        {
            using var answer = await _http.PostAsync(
                "/oauth/access",
                new FormUrlEncodedContent(
                    new Dictionary<string, string>
                    {
                        ["oauth_consumer_key"] = $"{account}-key",
                        ["oauth_signature_method"] = "PLAINTEXT",
                        ["oauth_signature"] = $"{account}-secret&",
                    }
                )
            );
            return await ClockedHost.ReadAsync(answer);
        }
    }
}
