using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Tests.Unit.Sandbox.Smart;

/// <summary>An app written from the SMART App Launch specification, and the browser it runs in.</summary>
internal sealed class SmartApp(SmartHost host)
{
    public const string Redirect = "http://127.0.0.1:5080/launch/callback";
    public const string Scope =
        "launch openid fhirUser online_access patient/Patient.read patient/Encounter.read";
    public const string StandaloneScope =
        "launch/patient openid fhirUser offline_access patient/Patient.rs";
    public const string State = "state-0123456789abcdef0123";
    public const string Nonce = "nonce-0123456789";
    public const string Verifier = "verifier-0123456789-0123456789-0123456789-abc";
    public const string Launches = $"/ehr/launches/{SandboxHost.StBrigid}/151579";

    public string ClientId { get; init; } = "hei-chart-viewer";

    /// <summary>Where the EHR launches the patient.</summary>
    public string LaunchPath { get; init; } = Launches;

    public string? Cookie { get; private set; }

    public static string Challenge =>
        Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public async Task<SmartApp> SignInAsync(string clinician = "4100101")
    {
        using var answer = await PostAsync("/ehr/sign-in", new() { ["clinician"] = clinician });
        Cookie = answer.Headers.GetValues("Set-Cookie").Last().Split(';')[0];
        return this;
    }

    public async Task<string> LaunchAsync()
    {
        using var answer = await GetAsync($"{LaunchPath}?kind=smart");
        var query = QueryOf(answer);
        Assert.Equal(host.Fhir, query["iss"]);
        return query["launch"]!;
    }

    public Dictionary<string, string?> Request(string? launch) =>
        new()
        {
            ["response_type"] = "code",
            ["client_id"] = ClientId,
            ["redirect_uri"] = Redirect,
            ["scope"] = launch is null ? StandaloneScope : Scope,
            ["state"] = State,
            ["aud"] = host.Fhir,
            ["nonce"] = Nonce,
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
            ["launch"] = launch,
        };

    public Task<HttpResponseMessage> AuthorizeAsync(Dictionary<string, string?> request) =>
        GetAsync(QueryHelpers.AddQueryString($"{host.Fhir}/auth/authorize", request));

    public async Task<string> CodeAsync()
    {
        using var answer = await AuthorizeAsync(Request(await LaunchAsync()));
        var query = QueryOf(answer);
        Assert.Equal(State, query["state"]);
        return query["code"]!;
    }

    public Dictionary<string, string?> Exchange(string code) =>
        new()
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = Redirect,
            ["code_verifier"] = Verifier,
            ["client_id"] = ClientId,
        };

    public Task<HttpResponseMessage> TokenAsync(
        Dictionary<string, string?> form,
        string? basic = null
    ) => PostAsync("/fhir/r4/auth/token", form, basic);

    public async Task<JsonElement> TokensAsync()
    {
        using var answer = await TokenAsync(Exchange(await CodeAsync()));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await SandboxHost.ReadAsync(answer);
    }

    public Task<HttpResponseMessage> RefreshAsync(string token, string? activeAt = null)
    {
        var form = new Dictionary<string, string?>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = token,
            ["client_id"] = ClientId,
        };
        if (activeAt is not null)
            form["active_at"] = activeAt;
        return TokenAsync(form);
    }

    /// <summary>Validates by the published keys, as the specification of OpenID Connect has it.</summary>
    public async Task<TokenValidationResult> ValidateAsync(string idToken, string? audience = null)
    {
        using var keys = await GetAsync("/fhir/r4/auth/jwks");
        return await ValidateAsync(
            idToken,
            await keys.Content.ReadAsStringAsync(),
            host.Fhir,
            audience ?? ClientId
        );
    }

    public Task<TokenValidationResult> ValidateAsync(
        string token,
        string jwks,
        string issuer,
        string audience,
        string? type = null
    )
    {
        var now = host.Clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = issuer,
                ValidAudience = audience,
                ValidAlgorithms = ["ES256"],
                ValidTypes = type is null ? null : [type],
                IssuerSigningKeys = new JsonWebKeySet(jwks).GetSigningKeys(),
                TryAllIssuerSigningKeys = false,
                CryptoProviderFactory = new CryptoProviderFactory
                {
                    CacheSignatureProviders = false,
                },
                LifetimeValidator = (from, to, _, _) => (from ?? now) <= now && to > now,
            }
        );
    }

    public Task<HttpResponseMessage> ReadAsync(string path, string accessToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/fhir/r4/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return host.Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (Cookie is not null)
            request.Headers.Add("Cookie", Cookie);
        return host.Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(
        string path,
        Dictionary<string, string?> form,
        string? basic = null,
        string? origin = null
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(form!),
        };
        if (Cookie is not null)
            request.Headers.Add("Cookie", Cookie);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        if (basic is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(Encoding.UTF8.GetBytes(basic))
            );
        return host.Http.SendAsync(request);
    }

    public static async Task<string> ConsentOf(HttpResponseMessage page) =>
        new HtmlParser()
            .ParseDocument(await page.Content.ReadAsStringAsync())
            .QuerySelector("input[name=consent]")!
            .GetAttribute("value")!;

    public static Dictionary<string, string?> QueryOf(HttpResponseMessage answer) =>
        QueryHelpers
            .ParseQuery(answer.Headers.Location!.Query)
            .ToDictionary(x => x.Key, x => (string?)x.Value.ToString());
}
