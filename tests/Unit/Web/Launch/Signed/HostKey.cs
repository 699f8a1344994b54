using System.Security.Cryptography;
using System.Text.Json;
using HeiChartViewer.Web.Launch.Signed;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Signed;

/// <summary>A key that a host signs its launches with.</summary>
internal sealed class HostKey
{
    private readonly SecurityKey _key;
    private readonly JsonWebKey _published;

    private HostKey(SecurityKey key, string id, string algorithm)
    {
        key.KeyId = id;
        (_key, Id, Algorithm) = (key, id, algorithm);
        _published = JsonWebKeyConverter.ConvertFromSecurityKey(key);
    }

    public string Id { get; }

    public string Algorithm { get; }

    public static HostKey Ecdsa(string id) =>
        new(
            new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)),
            id,
            SecurityAlgorithms.EcdsaSha256
        );

    public static HostKey Rsa(string id, string algorithm) =>
        new(new RsaSecurityKey(RSA.Create(2048)), id, algorithm);

    /// <summary>The public half, as a host publishes it.</summary>
    public Dictionary<string, object> Public() =>
        new Dictionary<string, string?>
        {
            ["kty"] = _published.Kty,
            ["kid"] = Id,
            ["crv"] = _published.Crv,
            ["x"] = _published.X,
            ["y"] = _published.Y,
            ["n"] = _published.N,
            ["e"] = _published.E,
        }
            .Where(member => member.Value is not null)
            .ToDictionary(member => member.Key, object (member) => member.Value!);

    public static string Set(params IEnumerable<HostKey> keys) =>
        JsonSerializer.Serialize(new { keys = keys.Select(key => key.Public()) });

    public string Sign(
        Dictionary<string, object> claims,
        string type = SignedLaunchCheck.Type,
        Dictionary<string, object>? headers = null
    ) => Sign(claims, new SigningCredentials(_key, Algorithm), type, headers);

    public static string Sign(
        Dictionary<string, object> claims,
        SigningCredentials credentials,
        string type,
        Dictionary<string, object>? headers
    ) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Claims = claims,
                TokenType = type,
                SigningCredentials = credentials,
                AdditionalHeaderClaims = headers,
            }
        );
}
