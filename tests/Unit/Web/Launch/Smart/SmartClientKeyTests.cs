using System.Security.Cryptography;
using System.Text.Json;
using HeiChartViewer.Web.Launch.Smart;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

public sealed class SmartClientKeyTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_private_key_is_read_from_PEM_and_from_JWK()
    {
        using var rsa = RSA.Create(2048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Equal("RS384", Load(rsa.ExportPkcs8PrivateKeyPem()).Credentials.Algorithm);
        Assert.Equal("RS384", Load(rsa.ExportRSAPrivateKeyPem()).Credentials.Algorithm);
        Assert.Equal("ES384", Load(curve.ExportPkcs8PrivateKeyPem()).Credentials.Algorithm);
        Assert.Equal("ES384", Load(curve.ExportECPrivateKeyPem()).Credentials.Algorithm);
        Assert.Equal("our-key", Load(Jwk(rsa)).Credentials.Key.KeyId);
        Assert.Equal("ES384", Load(Jwk(curve)).Credentials.Algorithm);
    }

    [Fact]
    public void A_key_without_an_id_goes_by_its_thumbprint()
    {
        using var rsa = RSA.Create(2048);
        var pem = rsa.ExportPkcs8PrivateKeyPem();
        Assert.Equal(43, Load(pem).Credentials.Key.KeyId.Length);
        Assert.Equal(Load(pem).Credentials.Key.KeyId, Load(pem).Credentials.Key.KeyId);
    }

    [Fact]
    public void A_weak_public_or_unreadable_key_is_refused()
    {
        using var rsa = RSA.Create(2048);
        using var weak = RSA.Create(1024);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal("must have at least 2048 bits", Refusal(weak.ExportPkcs8PrivateKeyPem()));
        Assert.Equal("must be on the curve P-384", Refusal(curve.ExportECPrivateKeyPem()));
        Assert.Equal(
            "holds no private key in PEM or JWK",
            Refusal(rsa.ExportSubjectPublicKeyInfoPem())
        );
        Assert.Equal("holds no private key in PEM or JWK", Refusal("{}"));
        Assert.Equal("holds no private key in PEM or JWK", Refusal("{ not json"));
        Assert.Equal(
            "cannot be read",
            Assert
                .Throws<SmartClientKeyException>(() => SmartClientKey.Load(_file + ".missing"))
                .Message
        );
    }

    private SmartClientKey Load(string text)
    {
        File.WriteAllText(_file, text);
        return SmartClientKey.Load(_file);
    }

    private string Refusal(string text) =>
        Assert.Throws<SmartClientKeyException>(() => Load(text)).Message;

    private static string Jwk(RSA rsa)
    {
        var key = rsa.ExportParameters(true);
        return JsonSerializer.Serialize(
            new Dictionary<string, string>
            {
                ["kty"] = "RSA",
                ["kid"] = "our-key",
                ["n"] = Base64UrlEncoder.Encode(key.Modulus),
                ["e"] = Base64UrlEncoder.Encode(key.Exponent),
                ["d"] = Base64UrlEncoder.Encode(key.D),
                ["p"] = Base64UrlEncoder.Encode(key.P),
                ["q"] = Base64UrlEncoder.Encode(key.Q),
                ["dp"] = Base64UrlEncoder.Encode(key.DP),
                ["dq"] = Base64UrlEncoder.Encode(key.DQ),
                ["qi"] = Base64UrlEncoder.Encode(key.InverseQ),
            }
        );
    }

    private static string Jwk(ECDsa curve)
    {
        var key = curve.ExportParameters(true);
        return JsonSerializer.Serialize(
            new Dictionary<string, string>
            {
                ["kty"] = "EC",
                ["crv"] = "P-384",
                ["x"] = Base64UrlEncoder.Encode(key.Q.X),
                ["y"] = Base64UrlEncoder.Encode(key.Q.Y),
                ["d"] = Base64UrlEncoder.Encode(key.D),
            }
        );
    }
}
