using System.Security.Cryptography;
using System.Text.Json;
using HeiChartViewer.Web.Launch.Smart;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

/// <summary>A server whose documents and keys a test changes while it runs.</summary>
public sealed class SmartServerStub : IAsyncLifetime
{
    private readonly WebApplication _app;

    public SmartServerStub()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(async http =>
        {
            Asked.Add(http.Request.Path);
            if (Documents.TryGetValue(http.Request.Path, out var document))
                await http.Response.WriteAsJsonAsync(document);
            else
                http.Response.StatusCode = StatusCodes.Status404NotFound;
        });
    }

    public string Address => _app.Urls.First();

    /// <summary>What is answered, by path.</summary>
    public Dictionary<string, object> Documents { get; } = [];

    public List<string> Asked { get; } = [];

    internal SmartIssuer Issuer =>
        new(new SmartIssuerOptions { Issuer = Address, ClientId = "viewer" }, Sample.Tenants);

    internal SmartMetadata Metadata =>
        new()
        {
            Authorize = new Uri($"{Address}/authorize"),
            Token = new Uri($"{Address}/token"),
            KeySet = new Uri($"{Address}/jwks"),
            Revoke = null,
            NamesItself = false,
        };

    internal static SmartBackchannel Backchannel() => new(Options.Create(new SmartLaunchOptions()));

    /// <summary>Publishes keys, and forgets which were published before.</summary>
    internal void Publish(params SigningKeyPair[] keys) =>
        Documents["/jwks"] = new { keys = keys.Select(key => key.Published).ToArray() };

    public Task InitializeAsync() => _app.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();
}

/// <summary>A key of an EHR.</summary>
internal sealed class SigningKeyPair(string? id)
{
    private static readonly JsonWebTokenHandler Handler = new()
    {
        SetDefaultTimesOnTokenCreation = false,
    };

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Dictionary<string, string> Published
    {
        get
        {
            var point = _key.ExportParameters(false).Q;
            var jwk = new Dictionary<string, string>
            {
                ["kty"] = "EC",
                ["crv"] = "P-256",
                ["x"] = Base64UrlEncoder.Encode(point.X),
                ["y"] = Base64UrlEncoder.Encode(point.Y),
            };
            if (id is not null)
                jwk["kid"] = id;
            return jwk;
        }
    }

    public string Sign(IDictionary<string, object> claims, string type = "JWT") =>
        Handler.CreateToken(
            JsonSerializer.Serialize(claims),
            new SigningCredentials(
                new ECDsaSecurityKey(_key)
                {
                    KeyId = id,
                    CryptoProviderFactory = new CryptoProviderFactory
                    {
                        CacheSignatureProviders = false,
                    },
                },
                SecurityAlgorithms.EcdsaSha256
            ),
            new Dictionary<string, object> { ["typ"] = type }
        );
}
