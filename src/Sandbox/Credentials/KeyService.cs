using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Tenant;

namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>Gives the keys behind tokens to services that sign their request for them as any API call (contract 2.3).</summary>
internal sealed class KeyService(OAuthKeys keys, SignedRequests signed)
{
    public const string Path = $"{TokenService.Path}/keys/{{version}}";

    /// <summary>Answers a request for the keys.</summary>
    /// <returns>Who asked.</returns>
    public async Task<Proof> ServeAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var proof = OAuthParameters.IsOAuth(http.Request.Headers.Authorization)
            ? signed.Verify(http)
            : Proof.Refused("parameter_absent");
        if (proof.Refusal is { } refusal)
        {
            new OAuthProblem(refusal).Challenge(http);
            return proof;
        }
        var answer =
            http.Request.RouteValues["version"] as string == keys.Version
                ? Answer.Of(
                    new JsonObject
                    {
                        ["aesKey"] = new JsonObject
                        {
                            ["secretKey"] = Convert.ToBase64String(keys.AesKey),
                        },
                        ["rsaKey"] = new JsonObject
                        {
                            ["publicKey"] = Convert.ToBase64String(keys.PublicKey),
                        },
                    }
                )
                : Answer.NotFound("version");
        await answer.SendAsync(http);
        return proof;
    }
}
