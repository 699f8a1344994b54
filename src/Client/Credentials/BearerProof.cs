using System.Net.Http.Headers;

namespace HealtheIntent.Client.Credentials;

/// <summary>A bearer token (contract 2.2).</summary>
internal sealed record BearerProof(string Token) : IProof
{
    public void Attach(HttpRequestMessage request) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);

    public override string ToString() => nameof(BearerProof);
}
