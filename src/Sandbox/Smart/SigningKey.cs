using System.Security.Cryptography;
using System.Text.Json;
using HeiChartViewer.Sandbox.Credentials;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Sandbox.Smart;

/// <summary>A P-256 key made when the sandbox starts; nothing outlives it.</summary>
internal sealed class SigningKey : IDisposable
{
    private static readonly JsonWebTokenHandler Handler = new()
    {
        SetDefaultTimesOnTokenCreation = false,
    };

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string _id;

    public SigningKey()
    {
        var jwk = Public();
        _id = Base64UrlEncoder.Encode(jwk.ComputeJwkThumbprint());
    }

    /// <summary>Signs claims as a compact JWS (ES256).</summary>
    public string Sign(
        IDictionary<string, object> claims,
        string type,
        SignatureFlaw flaw = SignatureFlaw.None
    )
    {
        var payload = JsonSerializer.Serialize(claims);
        var kid = flaw == SignatureFlaw.UnknownKey ? RandomToken.Next() : _id;
        var header = new Dictionary<string, object> { ["typ"] = type };
        if (flaw == SignatureFlaw.Unsigned)
            return $"{Base64UrlEncoder.Encode($$"""{"alg":"none","typ":"{{type}}"}""")}.{Base64UrlEncoder.Encode(payload)}.";
        var key = new ECDsaSecurityKey(flaw is SignatureFlaw.None ? _key : _stranger)
        {
            KeyId = kid,
            // The library keeps providers by key id; two keys here go by one id.
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
        return Handler.CreateToken(
            payload,
            new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
            header
        );
    }

    /// <summary>The public half as a JWK set.</summary>
    public object JwkSet()
    {
        var jwk = Public();
        return new
        {
            keys = new[]
            {
                new
                {
                    kty = "EC",
                    crv = jwk.Crv,
                    x = jwk.X,
                    y = jwk.Y,
                    kid = _id,
                    use = "sig",
                    alg = SecurityAlgorithms.EcdsaSha256,
                },
            },
        };
    }

    public void Dispose()
    {
        _key.Dispose();
        _stranger.Dispose();
    }

    private JsonWebKey Public()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return new JsonWebKey
        {
            Kty = JsonWebAlgorithmsKeyTypes.EllipticCurve,
            Crv = JsonWebKeyECTypes.P256,
            X = Base64UrlEncoder.Encode(point.X),
            Y = Base64UrlEncoder.Encode(point.Y),
        };
    }
}
