using System.Net;
using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Smart;

/// <summary>Whole launches, from discovery to the patient.</summary>
public sealed class LaunchFlowTests(SmartHost host) : IClassFixture<SmartHost>
{
    [Fact]
    public async Task An_EHR_launch_leads_from_discovery_to_the_patient()
    {
        var app = await new SmartApp(host).SignInAsync();
        using var found = await app.GetAsync("/fhir/r4/.well-known/smart-configuration");
        var configuration = await SandboxHost.ReadAsync(found);
        Assert.Equal($"{host.Fhir}/auth/authorize", configuration.Text("authorization_endpoint"));
        Assert.Equal($"{host.Fhir}/auth/token", configuration.Text("token_endpoint"));

        var tokens = await app.TokensAsync();

        Assert.Equal("Bearer", tokens.Text("token_type"));
        Assert.Equal(600, tokens.GetProperty("expires_in").GetInt32());
        Assert.Equal(1800, tokens.GetProperty("active_ttl").GetInt32());
        Assert.Equal(SmartApp.Scope, tokens.Text("scope"));
        Assert.Equal("151579", tokens.Text("patient"));
        Assert.Equal("97151579", tokens.Text("encounter"));
        Assert.False(tokens.GetProperty("need_patient_banner").GetBoolean());
        Assert.Equal("longitudinal-record", tokens.Text("intent"));
        Assert.Equal("sandbox", tokens.Text("tenant"));
        Assert.Equal(
            SandboxHost.StBrigid,
            tokens.GetProperty("fhirContext")[0].Member("identifier")?.Text("value")
        );
        using var style = await app.GetAsync(tokens.Text("smart_style_url")!);
        Assert.NotNull((await SandboxHost.ReadAsync(style)).Text("color_background"));

        var identity = await app.ValidateAsync(tokens.Text("id_token")!);
        Assert.True(identity.IsValid, identity.Exception?.Message);
        Assert.Equal(SmartApp.Nonce, identity.Claims["nonce"]);
        Assert.Equal("4100101", identity.Claims["sub"]);
        Assert.Equal($"{host.Fhir}/Practitioner/4100101", identity.Claims["fhirUser"]);

        var token = tokens.Text("access_token")!;
        using var read = await app.ReadAsync("Patient/151579", token);
        Assert.Equal("application/fhir+json", read.Content.Headers.ContentType!.MediaType);
        var patient = await SandboxHost.ReadAsync(read);
        Assert.Equal("Patient", patient.Text("resourceType"));
        Assert.Equal("151579", patient.Text("id"));
        Assert.Equal("4481207731", patient.GetProperty("identifier")[0].Text("value"));
        Assert.Equal("ROBERSON", patient.GetProperty("name")[0].Text("family")!.ToUpperInvariant());
    }

    [Fact]
    public async Task A_standalone_launch_asks_the_user_who_picks_the_patient()
    {
        var app = new SmartApp(host);
        using var stranger = await app.AuthorizeAsync(app.Request(null));
        Assert.StartsWith(
            "/ehr/sign-in?returnTo=%2Ffhir%2Fr4%2Fauth%2Fauthorize",
            stranger.Headers.Location!.OriginalString,
            StringComparison.Ordinal
        );
        await app.SignInAsync("4100103");
        using var page = await app.AuthorizeAsync(app.Request(null));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var consent = await SmartApp.ConsentOf(page);
        using var allowed = await app.PostAsync(
            "/fhir/r4/auth/consent",
            new()
            {
                ["consent"] = consent,
                ["patient"] = "analisa",
                ["decision"] = "allow",
            }
        );
        using var answer = await app.TokenAsync(app.Exchange(SmartApp.QueryOf(allowed)["code"]!));
        var tokens = await SandboxHost.ReadAsync(answer);

        Assert.Equal("151579", tokens.Text("patient"));
        Assert.True(tokens.GetProperty("need_patient_banner").GetBoolean());
        Assert.NotNull(tokens.Text("refresh_token"));
        Assert.True((await app.ValidateAsync(tokens.Text("id_token")!)).IsValid);
        using var read = await app.ReadAsync("Patient/151579", tokens.Text("access_token")!);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Theory]
    [InlineData("launch/encounter", "97151579")]
    [InlineData("launch/patient", null)]
    public async Task A_standalone_launch_has_the_encounter_where_that_was_asked_for_and_granted(
        string scope,
        string? encounter
    )
    {
        var app = await new SmartApp(host).SignInAsync();
        var request = app.Request(null);
        request["scope"] = $"{scope} openid patient/Patient.rs";
        using var page = await app.AuthorizeAsync(request);
        using var allowed = await app.PostAsync(
            "/fhir/r4/auth/consent",
            new()
            {
                ["consent"] = await SmartApp.ConsentOf(page),
                ["patient"] = "analisa",
                ["decision"] = "allow",
            }
        );
        using var answer = await app.TokenAsync(app.Exchange(SmartApp.QueryOf(allowed)["code"]!));
        var tokens = await SandboxHost.ReadAsync(answer);

        Assert.Contains(scope, tokens.Text("scope"), StringComparison.Ordinal);
        Assert.Equal("151579", tokens.Text("patient"));
        Assert.Equal(encounter, tokens.Text("encounter"));
    }

    [Fact]
    public async Task The_user_finds_a_patient_among_many_before_the_app_is_let_in()
    {
        var app = await new SmartApp(host).SignInAsync();
        using var page = await app.AuthorizeAsync(app.Request(null));
        using var found = await app.PostAsync(
            "/fhir/r4/auth/consent",
            new()
            {
                ["consent"] = await SmartApp.ConsentOf(page),
                ["q"] = "twin one",
                ["decision"] = "find",
            }
        );
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        var options = new AngleSharp.Html.Parser.HtmlParser()
            .ParseDocument(await found.Content.ReadAsStringAsync())
            .QuerySelectorAll("#patient option")
            .Select(option => option.GetAttribute("value"));
        Assert.Equal(["twin-1"], options);
        using var allowed = await app.PostAsync(
            "/fhir/r4/auth/consent",
            new()
            {
                ["consent"] = await SmartApp.ConsentOf(found),
                ["patient"] = "twin-1",
                ["decision"] = "allow",
            }
        );
        Assert.Contains("code", SmartApp.QueryOf(allowed).Keys);
    }

    [Fact]
    public async Task A_user_may_refuse_a_standalone_app()
    {
        var app = await new SmartApp(host).SignInAsync();
        using var page = await app.AuthorizeAsync(app.Request(null));
        using var refused = await app.PostAsync(
            "/fhir/r4/auth/consent",
            new() { ["consent"] = await SmartApp.ConsentOf(page), ["decision"] = "deny" }
        );

        Assert.Equal("access_denied", SmartApp.QueryOf(refused)["error"]);
        Assert.Equal(SmartApp.State, SmartApp.QueryOf(refused)["state"]);
    }

    [Fact]
    public async Task A_consent_is_the_users_own_and_good_once()
    {
        var app = await new SmartApp(host).SignInAsync();
        var other = await new SmartApp(host).SignInAsync("4100102");
        using var page = await app.AuthorizeAsync(app.Request(null));
        var form = new Dictionary<string, string?>
        {
            ["consent"] = await SmartApp.ConsentOf(page),
            ["patient"] = "analisa",
            ["decision"] = "allow",
        };

        using var foreign = await other.PostAsync("/fhir/r4/auth/consent", form);
        using var late = await app.PostAsync("/fhir/r4/auth/consent", form);
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
    }

    [Fact]
    public async Task Another_site_cannot_consent_for_the_user()
    {
        var app = await new SmartApp(host).SignInAsync();
        using var answer = await app.PostAsync(
            "/fhir/r4/auth/consent",
            new() { ["decision"] = "allow" },
            origin: "http://127.0.0.1:5080"
        );
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_launch_is_good_once()
    {
        var app = await new SmartApp(host).SignInAsync();
        var request = app.Request(await app.LaunchAsync());
        using var first = await app.AuthorizeAsync(request);
        using var second = await app.AuthorizeAsync(request);

        Assert.Contains("code", SmartApp.QueryOf(first).Keys);
        Assert.Equal("invalid_request", SmartApp.QueryOf(second)["error"]);
    }

    [Fact]
    public async Task A_launch_ends_after_five_minutes()
    {
        var app = await new SmartApp(host).SignInAsync();
        var request = app.Request(await app.LaunchAsync());
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        using var answer = await app.AuthorizeAsync(request);
        Assert.Equal("invalid_request", SmartApp.QueryOf(answer)["error"]);
    }

    [Fact]
    public async Task A_launch_of_another_user_is_denied()
    {
        var app = await new SmartApp(host).SignInAsync();
        var other = await new SmartApp(host).SignInAsync("4100102");
        using var answer = await other.AuthorizeAsync(app.Request(await app.LaunchAsync()));
        Assert.Equal("access_denied", SmartApp.QueryOf(answer)["error"]);
    }

    [Fact]
    public async Task Signing_out_ends_launches_and_online_tokens()
    {
        var app = await new SmartApp(host).SignInAsync();
        var request = app.Request(await app.LaunchAsync());
        var tokens = await app.TokensAsync();
        using var signedOut = await app.PostAsync("/ehr/sign-out", []);
        Assert.Equal("/ehr/sign-in", signedOut.Headers.Location!.OriginalString);

        var again = await new SmartApp(host).SignInAsync();
        using var launch = await again.AuthorizeAsync(request);
        using var read = await app.ReadAsync("Patient/151579", tokens.Text("access_token")!);
        using var refresh = await app.RefreshAsync(tokens.Text("refresh_token")!);
        Assert.Equal("access_denied", SmartApp.QueryOf(launch)["error"]);
        Assert.Equal(HttpStatusCode.Unauthorized, read.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, refresh.StatusCode);
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("aud", "https://another.example.org/fhir", "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge_method", null, "invalid_request")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge", "short", "invalid_request")]
    [InlineData("scope", "nothing known", "invalid_scope")]
    [InlineData("scope", "openid fhirUser", "invalid_request")]
    [InlineData("state", null, "invalid_request")]
    [InlineData("launch", "made-up", "invalid_request")]
    public async Task A_wrong_request_is_refused_at_the_apps_address(
        string parameter,
        string? value,
        string error
    )
    {
        var app = await new SmartApp(host).SignInAsync();
        var request = app.Request(await app.LaunchAsync());
        request[parameter] = value;
        using var answer = await app.AuthorizeAsync(request);

        Assert.StartsWith(
            SmartApp.Redirect,
            answer.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
        var query = SmartApp.QueryOf(answer);
        Assert.Equal(error, query["error"]);
        Assert.Equal(
            parameter == "state" ? null : SmartApp.State,
            query.GetValueOrDefault("state")
        );
    }

    [Fact]
    public async Task A_doubled_parameter_is_refused()
    {
        var app = await new SmartApp(host).SignInAsync();
        var request = app.Request(await app.LaunchAsync());
        using var answer = await app.GetAsync(
            Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(
                $"{host.Fhir}/auth/authorize",
                request
            ) + "&launch=another"
        );
        Assert.Equal("invalid_request", SmartApp.QueryOf(answer)["error"]);
    }

    [Theory]
    [InlineData("client_id", "nobody")]
    [InlineData("client_id", null)]
    [InlineData("redirect_uri", "http://127.0.0.1:5080/launch/callback/")]
    [InlineData("redirect_uri", "http://127.0.0.1:5080/launch/callback?x=1")]
    [InlineData("redirect_uri", "https://evil.example.org/launch/callback")]
    [InlineData("redirect_uri", null)]
    public async Task An_unregistered_app_or_address_gets_a_page_and_no_redirect(
        string parameter,
        string? value
    )
    {
        var app = await new SmartApp(host).SignInAsync();
        var request = app.Request(await app.LaunchAsync());
        request[parameter] = value;
        using var answer = await app.AuthorizeAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    [Theory]
    [InlineData("//evil.example.org")]
    [InlineData("/\\evil.example.org")]
    [InlineData("https://evil.example.org")]
    public async Task Signing_in_never_leads_to_another_host(string returnTo)
    {
        using var answer = await new SmartApp(host).PostAsync(
            "/ehr/sign-in",
            new() { ["clinician"] = "4100101", ["returnTo"] = returnTo }
        );
        Assert.Equal("/ehr", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_app_in_a_browser_may_ask_from_its_own_origin()
    {
        using var preflight = await host.Http.SendAsync(
            new HttpRequestMessage(HttpMethod.Options, "/fhir/r4/auth/token")
        );
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal("*", preflight.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var found = await host.Http.GetAsync("/fhir/r4/.well-known/openid-configuration");
        Assert.Equal("*", found.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(host.Fhir, (await SandboxHost.ReadAsync(found)).Text("issuer"));
        using var page = await host.Http.GetAsync("/fhir/r4/auth/authorize");
        Assert.False(page.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Discovery_promises_what_is_served_and_no_challenge_but_S256()
    {
        using var found = await host.Http.GetAsync("/fhir/r4/.well-known/smart-configuration");
        var configuration = await SandboxHost.ReadAsync(found);

        Assert.Equal(["S256"], Words("code_challenge_methods_supported"));
        Assert.Superset(
            new HashSet<string>
            {
                "launch-ehr",
                "launch-standalone",
                "client-public",
                "client-confidential-symmetric",
                "client-confidential-asymmetric",
                "sso-openid-connect",
                "context-banner",
                "context-style",
                "context-ehr-patient",
                "context-ehr-encounter",
                "context-standalone-patient",
                "context-standalone-encounter",
                "permission-offline",
                "permission-online",
            },
            Words("capabilities").ToHashSet()
        );
        foreach (
            var endpoint in (string[])["jwks_uri", "introspection_endpoint", "revocation_endpoint"]
        )
            Assert.StartsWith(host.Fhir, configuration.Text(endpoint), StringComparison.Ordinal);
        using var keys = await host.Http.GetAsync(configuration.Text("jwks_uri"));
        var key = (await SandboxHost.ReadAsync(keys)).GetProperty("keys")[0];
        Assert.Equal(("EC", "sig"), (key.Text("kty"), key.Text("use")));
        Assert.Null(key.Text("d"));

        List<string> Words(string member) =>
            [.. configuration.GetProperty(member).EnumerateArray().Select(x => x.GetString()!)];
    }

    [Fact]
    public async Task The_capability_statement_says_where_to_authorize()
    {
        using var answer = await host.Http.GetAsync("/fhir/r4/metadata");
        var statement = await SandboxHost.ReadAsync(answer);
        Assert.Equal("4.0.1", statement.Text("fhirVersion"));
        Assert.Contains(
            $"{host.Fhir}/auth/authorize",
            JsonSerializer.Serialize(statement),
            StringComparison.Ordinal
        );
    }
}
