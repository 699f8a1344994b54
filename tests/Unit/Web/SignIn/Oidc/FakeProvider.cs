using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Tests.Unit.Web.SignIn.Oidc;

/// <summary>What a provider answers to whoever asks it for its metadata and its keys.</summary>
internal sealed class FakeProvider(string issuer) : HttpMessageHandler
{
    /// <summary>The keys that it signs with now; null where it does not answer.</summary>
    public IReadOnlyList<ECDsa>? Keys { get; set; } = [];

    /// <summary>How often it was asked for anything.</summary>
    public int Asked { get; private set; }

    public static string MetadataOf(string issuer) => $"{issuer}/.well-known/openid-configuration";

    /// <summary>A key under the name that the provider gives it.</summary>
    public static ECDsaSecurityKey Key(ECDsa key)
    {
        var named = new ECDsaSecurityKey(key);
        named.KeyId = Base64UrlEncoder.Encode(named.ComputeJwkThumbprint());
        return named;
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Asked++;
        if (Keys is null)
            throw new HttpRequestException("away");
        object answer = request.RequestUri!.AbsoluteUri.EndsWith("/jwks", StringComparison.Ordinal)
            ? new { keys = Keys.Select(Jwk) }
            : new { issuer, jwks_uri = $"{issuer}/jwks" };
        return Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(answer) }
        );
    }

    private static object Jwk(ECDsa key)
    {
        var point = key.ExportParameters(false).Q;
        return new
        {
            kty = "EC",
            crv = "P-256",
            kid = Key(key).KeyId,
            x = Base64UrlEncoder.Encode(point.X),
            y = Base64UrlEncoder.Encode(point.Y),
        };
    }
}
