using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using HeiChartViewer.Sandbox.Smart;
using HeiChartViewer.Tests.Unit.Sandbox;
using HeiChartViewer.Tests.Unit.Sandbox.Smart;
using HeiChartViewer.Web.Launch.Smart;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

/// <summary>The numbered controls of a SMART launch.</summary>
public sealed class SmartControlTests(SmartHost ehr) : IClassFixture<SmartHost>, IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => (await ehr.Http.DeleteAsync("/sandbox/smart")).Dispose();

    [Fact]
    public async Task Control_24_An_EHR_that_is_not_configured_is_not_even_connected_to()
    {
        using var canary = new TcpListener(IPAddress.Loopback, 0);
        canary.Start();
        await using var viewer = await SmartViewer.StartAsync(ehr);

        foreach (var path in new[] { "/launch?launch=x&iss=", "/launch/standalone?iss=" })
        foreach (
            var iss in new[]
            {
                $"http://{canary.LocalEndpoint}/fhir/r4",
                $"http://{canary.LocalEndpoint}",
                $"{ehr.Fhir}@{canary.LocalEndpoint}",
                $"{ehr.Fhir}.{canary.LocalEndpoint}",
            }
        )
        {
            using var answer = await viewer.Http.GetAsync(path + Uri.EscapeDataString(iss));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.StartsWith(
                "SmartIssuerUnknown",
                viewer.Audit.Last.Detail,
                StringComparison.Ordinal
            );
        }
        Assert.False(canary.Pending());
    }

    [Fact]
    public async Task Control_24_The_metadata_must_name_the_configured_issuer()
    {
        await using var viewer = await SmartViewer.StartAsync(
            ehr,
            ($"{SmartViewer.Issuer}:AuthorityIssuer", "https://ehr.example.org")
        );
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();

        using var answer = await browser.OpenAsync(
            new Uri(viewer.Http.BaseAddress!, $"/launch?launch=x&iss={ehr.Fhir}")
        );

        Assert.Equal(
            "SmartServerUntrusted: metadata names another issuer",
            viewer.Audit.Last.Detail
        );
    }

    [Theory]
    [InlineData("authorization_endpoint", "https://evil.example.org/authorize")]
    [InlineData("token_endpoint", "https://evil.example.org/token")]
    [InlineData("token_endpoint", "http://ehr.example.org/token")]
    [InlineData("jwks_uri", "https://ehr.example.org.evil.example.org/jwks")]
    [InlineData("jwks_uri", "https://ehr.example.org@evil.example.org/jwks")]
    [InlineData("revocation_endpoint", "https://evil.example.org/revoke")]
    [InlineData("token_endpoint", null)]
    public void Control_24_No_endpoint_is_open_or_on_a_foreign_host(string name, string? address)
    {
        var issuer = new SmartIssuer(
            new SmartIssuerOptions { Issuer = "https://ehr.example.org/fhir", ClientId = "viewer" },
            Sample.Tenants
        );
        var configuration = new Dictionary<string, object?>
        {
            ["issuer"] = "https://ehr.example.org/fhir",
            ["authorization_endpoint"] = "https://ehr.example.org/authorize",
            ["token_endpoint"] = "https://ehr.example.org/token",
            ["jwks_uri"] = "https://ehr.example.org/jwks",
            ["code_challenge_methods_supported"] = new[] { "S256" },
        };
        SmartMetadata.Read(issuer, JsonSerializer.SerializeToElement(configuration), null);
        configuration[name] = address;

        var refused = Assert.Throws<SmartLaunchException>(() =>
            SmartMetadata.Read(issuer, JsonSerializer.SerializeToElement(configuration), null)
        );
        Assert.Equal("SmartServerUntrusted", refused.Refusal.Reason.ToString());
    }

    [Theory]
    [InlineData("https://another.example.org/fhir")]
    [InlineData(null)]
    public async Task Control_24_An_answer_of_another_server_than_was_asked_is_a_mix_up(string? iss)
    {
        await using var viewer = await SmartViewer.StartAsync(ehr);
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();

        using var answer = await browser.OpenAsync(
            SmartBrowser.With(await browser.CallbackAsync(), "iss", iss)
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("SmartIssuerMixedUp", viewer.Audit.Last.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_25_A_state_is_good_once()
    {
        await using var viewer = await SmartViewer.StartAsync(ehr);
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();
        var callback = await browser.CallbackAsync();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => browser.OpenAsync(callback))
        );

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.SeeOther);
        Assert.Equal(
            19,
            viewer.Audit.Entries.Count(entry =>
                entry.Detail?.StartsWith("SmartStateUnknown", StringComparison.Ordinal) == true
            )
        );
    }

    [Fact]
    public async Task Control_25_A_state_ends_after_five_minutes()
    {
        await using var viewer = await SmartViewer.StartAsync(ehr);
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();
        var callback = await browser.CallbackAsync();
        ehr.Clock.Advance(PendingLaunches.Life);

        using var answer = await browser.OpenAsync(callback);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("SmartStateUnknown", viewer.Audit.Last.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_25_A_state_has_256_random_bits()
    {
        await using var viewer = await SmartViewer.StartAsync(ehr);
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();
        var states = new HashSet<string>();
        for (var i = 0; i < 5; i++)
            states.Add(SmartBrowser.Parameter(await browser.CallbackAsync(), "state")!);

        Assert.Equal(5, states.Count);
        Assert.All(states, state => Assert.Equal(43, state.Length));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Control_25_Another_browser_cannot_use_the_answer(
        bool beganInFrame,
        bool endsInFrame
    )
    {
        await using var viewer = await SmartViewer.StartAsync(ehr);
        var attacker = await new SmartBrowser(ehr, viewer)
        {
            IsFramed = beganInFrame,
        }.SignInAsync();
        var victim = new SmartBrowser(ehr, viewer) { IsFramed = endsInFrame };

        using var answer = await victim.OpenAsync(await attacker.CallbackAsync());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("SmartOtherBrowser", viewer.Audit.Last.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_25_Two_frames_of_one_browser_launch_beside_each_other()
    {
        await using var viewer = await SmartViewer.StartAsync(ehr);
        var browser = await new SmartBrowser(ehr, viewer) { IsFramed = true }.SignInAsync();
        var first = await browser.CallbackAsync();
        var second = await browser.CallbackAsync();

        using var one = await browser.OpenAsync(first);
        using var two = await browser.OpenAsync(second);

        Assert.NotEqual(viewer.Opened(one).Id, viewer.Opened(two).Id);
        Assert.DoesNotContain(
            browser.Cookies.Keys,
            name => name.Contains("-launch-", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Control_26_The_PKCE_verifier_never_leaves_the_server_before_the_code_has_come()
    {
        await using var viewer = await SmartViewer.StartAsync(ehr);
        var launch = new PendingLaunch(
            viewer.Services.GetRequiredService<SmartIssuers>().Find(ehr.Fhir)!,
            "https://viewer.example.org/launch/callback",
            isFramed: false
        );
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();
        using var begun = await browser.OpenAsync(
            new Uri(viewer.Http.BaseAddress!, $"/launch?launch=x&iss={ehr.Fhir}")
        );
        var request = begun.Headers.Location!;

        Assert.Equal("S256", SmartBrowser.Parameter(request, "code_challenge_method"));
        Assert.Equal(43, SmartBrowser.Parameter(request, "code_challenge")!.Length);
        Assert.Null(SmartBrowser.Parameter(request, "code_verifier"));
        var told = $"{request} {string.Join(' ', begun.Headers.GetValues("Set-Cookie"))}";
        var pending = viewer
            .Services.GetRequiredService<PendingLaunches>()
            .Take(SmartBrowser.Parameter(request, "state")!)!;
        Assert.DoesNotContain(pending.Verifier, told, StringComparison.Ordinal);
        Assert.NotEqual(launch.Verifier, pending.Verifier);
        Assert.NotEqual(pending.Verifier, pending.Challenge);
    }

    [Theory]
    [InlineData("wrongNonce")]
    [InlineData("wrongAudience")]
    [InlineData("badSignature")]
    [InlineData("expiredIdToken")]
    public async Task Control_27_An_id_token_that_is_wrong_in_one_thing_proves_nobody(string wrong)
    {
        await using var viewer = await SmartViewer.StartAsync(ehr);
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();
        await ehr.MisbehaveAsync(wrong);

        using var answer = await browser.LaunchAsync();

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.StartsWith(
            "SmartIdentityUnproven",
            viewer.Audit.Last.Detail,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Control_28_No_token_reaches_the_browser_or_the_log()
    {
        await using var viewer = await SmartViewer.StartAsync(
            ehr,
            ("Logging:LogLevel:Default", "Trace")
        );
        var browser = await new SmartBrowser(ehr, viewer).SignInAsync();
        var callback = await browser.CallbackAsync();
        using var answer = await browser.OpenAsync(callback);
        var session = viewer.Opened(answer);

        var grant = viewer.Authority.Find(session.Id)!;
        string[] secrets =
        [
            grant.Tokens.AccessToken,
            grant.RefreshToken!,
            grant.Tokens.IdToken!,
            SmartBrowser.Parameter(callback, "code")!,
            SmartBrowser.Parameter(callback, "state")!,
        ];
        var told = $"""
            {answer.Headers} {await answer.Content.ReadAsStringAsync()} {viewer.Log.Text}
            {string.Join(' ', viewer.Audit.Entries)} {grant} {grant.Tokens} {session}
            """;
        Assert.All(
            secrets,
            secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal)
        );
    }
}
