using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>The key that the viewer proves itself with (<c>private_key_jwt</c>): RSA (RS384) or P-384 (ES384).</summary>
internal sealed class SmartClientKey
{
    private const int ShortestRsa = 2048;
    private const int P384 = 384;

    private SmartClientKey(AsymmetricSecurityKey key, string algorithm, object published)
    {
        Credentials = new SigningCredentials(key, algorithm);
        Published = published;
    }

    /// <summary>What assertions are signed with.</summary>
    public SigningCredentials Credentials { get; }

    /// <summary>The public half as a JWK.</summary>
    public object Published { get; }

    /// <summary>Reads a key file.</summary>
    /// <param name="file">A private key as PEM, or as JWK.</param>
    /// <exception cref="SmartClientKeyException">There is no such file, or it holds no usable key.</exception>
    public static SmartClientKey Load(string file)
    {
        try
        {
            var text = File.ReadAllText(file);
            return text.TrimStart().StartsWith('{') ? FromJwk(text) : FromPem(text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SmartClientKeyException("cannot be read");
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            throw new SmartClientKeyException("holds no private key in PEM or JWK");
        }
    }

    private static SmartClientKey FromPem(string text)
    {
        if (text.Contains("BEGIN EC ", StringComparison.Ordinal))
            return OfCurve(text);
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(text);
            return Of(rsa, null);
        }
        catch (CryptographicException)
        {
            // PKCS #8 does not say on its label which kind of key it holds.
            rsa.Dispose();
            return OfCurve(text);
        }

        static SmartClientKey OfCurve(string text)
        {
            var curve = ECDsa.Create();
            curve.ImportFromPem(text);
            return Of(curve, null);
        }
    }

    private static SmartClientKey FromJwk(string text)
    {
        var jwk = new JsonWebKey(text);
        var d = Base64UrlEncoder.DecodeBytes(jwk.D);
        if (jwk.Kty == JsonWebAlgorithmsKeyTypes.EllipticCurve)
            return Of(
                ECDsa.Create(
                    new ECParameters
                    {
                        Curve =
                            jwk.Crv == JsonWebKeyECTypes.P384
                                ? ECCurve.NamedCurves.nistP384
                                : throw new SmartClientKeyException("must be on the curve P-384"),
                        D = d,
                        Q = new ECPoint
                        {
                            X = Base64UrlEncoder.DecodeBytes(jwk.X),
                            Y = Base64UrlEncoder.DecodeBytes(jwk.Y),
                        },
                    }
                ),
                jwk.Kid
            );
        return Of(
            RSA.Create(
                new RSAParameters
                {
                    Modulus = Base64UrlEncoder.DecodeBytes(jwk.N),
                    Exponent = Base64UrlEncoder.DecodeBytes(jwk.E),
                    D = d,
                    P = Base64UrlEncoder.DecodeBytes(jwk.P),
                    Q = Base64UrlEncoder.DecodeBytes(jwk.Q),
                    DP = Base64UrlEncoder.DecodeBytes(jwk.DP),
                    DQ = Base64UrlEncoder.DecodeBytes(jwk.DQ),
                    InverseQ = Base64UrlEncoder.DecodeBytes(jwk.QI),
                }
            ),
            jwk.Kid
        );
    }

    private static SmartClientKey Of(RSA rsa, string? id)
    {
        if (rsa.KeySize < ShortestRsa)
            throw new SmartClientKeyException($"must have at least {ShortestRsa} bits");
        // Fails where the file holds a public key only.
        rsa.ExportParameters(includePrivateParameters: true);
        var key = new RsaSecurityKey(rsa);
        key.KeyId = id ?? Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        var open = rsa.ExportParameters(includePrivateParameters: false);
        return new SmartClientKey(
            key,
            SecurityAlgorithms.RsaSha384,
            new
            {
                kty = JsonWebAlgorithmsKeyTypes.RSA,
                kid = key.KeyId,
                use = "sig",
                alg = SecurityAlgorithms.RsaSha384,
                n = Base64UrlEncoder.Encode(open.Modulus),
                e = Base64UrlEncoder.Encode(open.Exponent),
            }
        );
    }

    private static SmartClientKey Of(ECDsa curve, string? id)
    {
        if (curve.KeySize != P384)
            throw new SmartClientKeyException("must be on the curve P-384");
        curve.ExportParameters(includePrivateParameters: true);
        var key = new ECDsaSecurityKey(curve);
        key.KeyId = id ?? Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        var point = curve.ExportParameters(includePrivateParameters: false).Q;
        return new SmartClientKey(
            key,
            SecurityAlgorithms.EcdsaSha384,
            new
            {
                kty = JsonWebAlgorithmsKeyTypes.EllipticCurve,
                kid = key.KeyId,
                use = "sig",
                alg = SecurityAlgorithms.EcdsaSha384,
                crv = JsonWebKeyECTypes.P384,
                x = Base64UrlEncoder.Encode(point.X),
                y = Base64UrlEncoder.Encode(point.Y),
            }
        );
    }
}
