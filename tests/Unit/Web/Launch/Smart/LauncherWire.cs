using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

/// <summary>
/// Speaks as smart-launcher-v2 does: what is launched stands in <c>launch</c> itself, codes and tokens are stateless
/// JWTs, an id_token names no key, a patient is picked on a page on the way, and errors come on order.
/// </summary>
internal sealed class LauncherWire : IAsyncDisposable
{
    private static readonly JsonWebTokenHandler Handler = new()
    {
        SetDefaultTimesOnTokenCreation = false,
    };

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly SigningCredentials _ownSecret = new(
        new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)),
        SecurityAlgorithms.HmacSha256
    );
    private readonly WebApplication _app;
    private readonly TimeProvider _clock;

    private LauncherWire(WebApplication app, TimeProvider clock) => (_app, _clock) = (app, clock);

    public string Fhir => $"{_app.Urls.First()}/v/r4/fhir";

    /// <summary>The error that the tokens of the next launch carry, or null.</summary>
    public string? Error { get; set; }

    /// <summary>What a client with a secret has to know.</summary>
    public const string Secret = "launcher-secret";

    public static async Task<LauncherWire> StartAsync(TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var launcher = new LauncherWire(app, clock);
        app.MapGet("/v/r4/fhir/.well-known/smart-configuration", launcher.Configuration);
        app.MapGet("/keys", launcher.Keys);
        app.MapGet("/v/r4/auth/authorize", launcher.Authorize);
        app.MapGet("/select-patient", PickPatient);
        app.MapPost("/v/r4/auth/token", (Delegate)launcher.TokenAsync);
        app.MapGet("/v/r4/fhir/{type}/{id}", launcher.Resource);
        await app.StartAsync();
        return launcher;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    /// <summary>
    /// A launch as the launcher writes it: an array of settings. The second is the patient, the third the provider, the
    /// twelfth the error to make, the fifteenth how the client proves itself, and the sixteenth asks for PKCE if the client
    /// has it.
    /// </summary>
    public string Launch(string patient, LauncherClient client = LauncherClient.Public) =>
        WebEncoders.Base64UrlEncode(
            JsonSerializer.SerializeToUtf8Bytes(
                new object[]
                {
                    0,
                    patient,
                    "4100101",
                    "NONE",
                    0,
                    0,
                    0,
                    "",
                    "",
                    "",
                    client is LauncherClient.Symmetric ? Secret : "",
                    Error ?? "",
                    "",
                    "",
                    (int)client,
                    1,
                    "",
                }
            )
        );

    private object Configuration() =>
        new
        {
            issuer = Fhir,
            jwks_uri = $"{_app.Urls.First()}/keys",
            authorization_endpoint = Fhir.Replace("/fhir", "/auth/authorize"),
            token_endpoint = Fhir.Replace("/fhir", "/auth/token"),
            introspection_endpoint = Fhir.Replace("/fhir", "/auth/introspect"),
            code_challenge_methods_supported = new[] { "S256" },
            capabilities = new[] { "launch-ehr", "client-public", "sso-openid-connect" },
        };

    private object Keys()
    {
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        return new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA",
                    kid = "thumbprint-of-the-key",
                    alg = "RS256",
                    n = Base64UrlEncoder.Encode(key.Modulus),
                    e = Base64UrlEncoder.Encode(key.Exponent),
                },
            },
        };
    }

    private IResult Authorize(HttpContext http)
    {
        var query = http.Request.Query;
        var back = query["redirect_uri"].ToString();
        var settings = JsonSerializer.Deserialize<JsonElement[]>(
            WebEncoders.Base64UrlDecode(query["launch"]!)
        )!;
        var refusal = settings[11].GetString() switch
        {
            "auth_invalid_client_id" => "invalid_client",
            "auth_invalid_redirect_uri" => "invalid_request",
            "auth_invalid_scope" => "invalid_scope",
            _ when query["aud"] != Fhir => "invalid_request",
            _ => null,
        };
        if (refusal is not null)
            return Results.Redirect(
                QueryHelpers.AddQueryString(
                    back,
                    new Dictionary<string, string?>
                    {
                        ["error"] = refusal,
                        ["error_description"] = "Simulated <b>error</b>",
                        ["state"] = query["state"],
                    }
                )
            );
        var patient = query["patient"].ToString() is { Length: > 0 } picked
            ? picked
            : settings[1].GetString()!;
        if (patient.Length == 0)
            return Results.Redirect("/select-patient" + http.Request.QueryString);
        var code = Signed(
            new()
            {
                ["context"] = new Dictionary<string, object>
                {
                    ["need_patient_banner"] = true,
                    ["smart_style_url"] = $"{_app.Urls.First()}/smart-style.json",
                    ["patient"] = patient,
                },
                ["client_id"] = query["client_id"].ToString(),
                ["redirect_uri"] = back,
                ["scope"] = query["scope"].ToString(),
                ["nonce"] = query["nonce"].ToString(),
                ["code_challenge"] = query["code_challenge"].ToString(),
                ["user"] = $"Practitioner/{settings[2].GetString()}",
                ["auth_error"] = settings[11].GetString()!,
                ["client_type"] = settings[14].GetInt32(),
                ["client_secret"] = settings[10].GetString()!,
            }
        );
        return Results.Redirect(
            QueryHelpers.AddQueryString(
                back,
                new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }
            )
        );
    }

    /// <summary>Stands for whoever clicks on a patient of the page.</summary>
    private static IResult PickPatient(HttpContext http) =>
        Results.Redirect(
            QueryHelpers.AddQueryString(
                "/v/r4/auth/authorize" + http.Request.QueryString,
                "patient",
                "151579"
            )
        );

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var isRefresh = form["grant_type"] == "refresh_token";
        var grant = Handler.ReadJsonWebToken(form[isRefresh ? "refresh_token" : "code"]);
        var refusal = Refusal(http, form, grant, isRefresh);
        if (refusal is { } refused)
            return Results.Json(
                new { error = refused.Error, error_description = "Simulated <b>error</b>" },
                statusCode: refused.Status
            );
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();
        grant.TryGetPayloadValue<JsonElement>("context", out var context);
        return Results.Json(
            new
            {
                access_token = Signed(new() { ["auth_error"] = Text(grant, "auth_error") }),
                token_type = "Bearer",
                expires_in = 3600,
                scope = Text(grant, "scope"),
                // After a refresh it is for no client: what a refresh token says does not name one.
                id_token = IdToken(grant, now),
                refresh_token = Signed(
                    new()
                    {
                        ["context"] = context,
                        ["scope"] = Text(grant, "scope"),
                        ["user"] = Text(grant, "user"),
                        // Asked for after the launch: it is the refresh that a test lets fail.
                        ["auth_error"] = Error ?? "",
                    }
                ),
                need_patient_banner = true,
                smart_style_url = context.GetProperty("smart_style_url").GetString(),
                patient = context.GetProperty("patient").GetString(),
            }
        );
    }

    /// <summary>The launcher's own order of checks, and its own choice of statuses.</summary>
    private (int Status, string Error)? Refusal(
        HttpContext http,
        IFormCollection form,
        JsonWebToken grant,
        bool isRefresh
    )
    {
        var error = isRefresh && Error is not null ? Error : Text(grant, "auth_error");
        if (isRefresh)
        {
            if (error == "token_expired_refresh_token")
                return (403, "invalid_grant");
        }
        else
        {
            if (form["redirect_uri"] != Text(grant, "redirect_uri"))
                return (401, "invalid_request");
            if (Challenge(form["code_verifier"]!) != Text(grant, "code_challenge"))
                return (401, "invalid_grant");
            // Two of its errors are about a client assertion, and are made only where there is one.
            if (form["client_assertion"].ToString() is { Length: > 0 } assertion)
            {
                if (!IsWellFormed(http, Handler.ReadJsonWebToken(assertion)))
                    return (401, "invalid_client");
                if (error is "token_expired_registration_token" or "token_invalid_jti")
                    return (401, "invalid_client");
            }
        }
        grant.TryGetPayloadValue<int>("client_type", out var client);
        if (client == (int)LauncherClient.Symmetric)
        {
            if (error == "auth_invalid_client_secret")
                return (401, "invalid_client");
            var proof = Encoding.UTF8.GetString(
                Convert.FromBase64String(http.Request.Headers.Authorization.ToString()[6..])
            );
            // It takes both as they come, and not form-encoded as RFC 6749 2.3.1 has them.
            if (proof != $"{Text(grant, "client_id")}:{Text(grant, "client_secret")}")
                return (401, "invalid_client");
        }
        return error == "token_invalid_token" ? (401, "invalid_client") : null;
    }

    private static bool IsWellFormed(HttpContext http, JsonWebToken assertion) =>
        assertion.Typ == "JWT"
        && assertion.Kid is { Length: > 0 }
        && assertion.Alg is "RS384" or "ES384"
        && assertion.Issuer == assertion.Subject
        && assertion.Id is { Length: > 0 }
        && assertion.ValidTo > DateTime.MinValue
        && assertion.Audiences.Single()
            == $"{http.Request.Scheme}://{http.Request.Host}{http.Request.Path}";

    private IResult Resource(HttpContext http, string type, string id)
    {
        var token = Handler.ReadJsonWebToken(http.Request.Headers.Authorization.ToString()[7..]);
        if (Text(token, "auth_error").StartsWith("request_", StringComparison.Ordinal))
            return Results.Text("Token expired (simulated error)", statusCode: 401);
        return type switch
        {
            "Patient" => Results.Json(
                new
                {
                    resourceType = type,
                    id,
                    name = new[] { new { family = "Roberson", given = new[] { "Analisa" } } },
                    birthDate = "1934-08-20",
                    gender = "female",
                }
            ),
            _ => Results.Json(
                new
                {
                    resourceType = type,
                    id,
                    name = new[] { new { family = "Vestergaard", given = new[] { "Ingrid" } } },
                }
            ),
        };
    }

    /// <summary>Signed with a key that the header does not name.</summary>
    private string IdToken(JsonWebToken grant, long now) =>
        Handler.CreateToken(
            JsonSerializer.Serialize(
                new Dictionary<string, object>
                {
                    ["profile"] = Text(grant, "user"),
                    ["fhirUser"] = Text(grant, "user"),
                    ["aud"] = Text(grant, "client_id"),
                    ["sub"] = Convert.ToHexStringLower(
                        SHA256.HashData(Encoding.UTF8.GetBytes(Text(grant, "user")))
                    ),
                    ["iss"] = Fhir,
                    ["nonce"] = Text(grant, "nonce"),
                    ["iat"] = now,
                    ["exp"] = now + 3600,
                }
            ),
            new SigningCredentials(
                new RsaSecurityKey(_rsa)
                {
                    CryptoProviderFactory = new() { CacheSignatureProviders = false },
                },
                SecurityAlgorithms.RsaSha256
            )
        );

    private string Signed(Dictionary<string, object> claims) =>
        Handler.CreateToken(JsonSerializer.Serialize(claims), _ownSecret);

    private static string Challenge(string verifier) =>
        WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private static string Text(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<string>(claim, out var text) ? text : "";
}
