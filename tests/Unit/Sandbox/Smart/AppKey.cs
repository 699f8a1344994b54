using System.Security.Cryptography;
using System.Text.Json;
using HeiChartViewer.Sandbox.Smart;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Tests.Unit.Sandbox.Smart;

/// <summary>The key of an app that authenticates by assertion.</summary>
internal sealed class AppKey : IDisposable
{
    private readonly AsymmetricAlgorithm _key;
    private readonly SigningCredentials _credentials;
    private readonly object _jwk;

    private AppKey(
        string id,
        AsymmetricAlgorithm key,
        SigningCredentials credentials,
        object jwk
    ) => (Id, _key, _credentials, _jwk) = (id, key, credentials, jwk);

    public string Id { get; }

    public static AppKey Rsa()
    {
        var key = RSA.Create(2048);
        var open = key.ExportParameters(false);
        return new AppKey(
            "app-rsa",
            key,
            new SigningCredentials(
                new RsaSecurityKey(key) { KeyId = "app-rsa-key" },
                SecurityAlgorithms.RsaSha384
            ),
            new
            {
                kty = "RSA",
                kid = "app-rsa-key",
                n = Base64UrlEncoder.Encode(open.Modulus),
                e = Base64UrlEncoder.Encode(open.Exponent),
            }
        );
    }

    public static AppKey Ecdsa()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var point = key.ExportParameters(false).Q;
        return new AppKey(
            "app-ec",
            key,
            new SigningCredentials(
                new ECDsaSecurityKey(key) { KeyId = "app-ec-key" },
                SecurityAlgorithms.EcdsaSha384
            ),
            new
            {
                kty = "EC",
                kid = "app-ec-key",
                crv = "P-384",
                x = Base64UrlEncoder.Encode(point.X),
                y = Base64UrlEncoder.Encode(point.Y),
            }
        );
    }

    public SmartClientOptions Registration() =>
        new()
        {
            Id = Id,
            Kind = SmartClientKind.Asymmetric,
            Jwks = JsonSerializer.Serialize(new { keys = new[] { _jwk } }),
        };

    public string Assertion(
        string audience,
        DateTimeOffset now,
        string jti,
        int seconds = 240,
        string? subject = null
    ) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            JsonSerializer.Serialize(
                new
                {
                    iss = Id,
                    sub = subject ?? Id,
                    aud = audience,
                    jti,
                    iat = now.ToUnixTimeSeconds(),
                    exp = now.AddSeconds(seconds).ToUnixTimeSeconds(),
                }
            ),
            _credentials
        );

    public void Dispose() => _key.Dispose();
}
