using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace HeiChartViewer.Tests.Unit.Sandbox.Credentials;

/// <summary>Contract 2.3: a service verifies a call by itself, with the keys that the token names.</summary>
public sealed class KeyServiceTests(ClockedHost host) : IClassFixture<ClockedHost>, IAsyncLifetime
{
    private const string Accessor = "b1a7c6d5-0e4f-4a3b-8c2d-9e1f0a7b6c5d";

    public Task InitializeAsync() => host.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>The steps of the cerner-oauth1a gem as a service provider.</summary>
    [Theory]
    [InlineData(null, false)]
    [InlineData("nurse one", false)]
    [InlineData(null, true)]
    public async Task A_service_verifies_a_token_and_the_signature_made_with_it(
        string? principal,
        bool asksByHmac
    )
    {
        var request = host.PlainRequest(Accessor);
        if (principal is not null)
            request.Add(("xoauth_principal", principal));
        using var issued = await host.AskAsync(request);
        var token = await ClockedHost.ReadAsync(issued);
        var members = Members(token["oauth_token"]);
        var (aes, rsa) = await KeysAsync(token, members["KeysVersion"], asksByHmac);
        using (aes)
        using (rsa)
        {
            var signed = token["oauth_token"].Split("&RSASHA1=");
            Assert.Equal(2, signed.Length);
            Assert.True(IsSigned(rsa, signed[0], signed[1]));
            Assert.False(
                IsSigned(
                    rsa,
                    signed[0].Replace("ExpiresOn=1", "ExpiresOn=2", StringComparison.Ordinal),
                    signed[1]
                )
            );

            var encrypted = FromBase64Url(members["HMACSecrets"]);
            var secrets = Members(
                Encoding.UTF8.GetString(aes.DecryptCbc(encrypted[16..], encrypted[..16]))
            );
            Assert.Equal(Accessor, secrets["ConsumerSecret"]);
            Assert.Equal(token["oauth_token_secret"], secrets["TokenSecret"]);
            Assert.Equal(principal, members.GetValueOrDefault("Consumer.Principal"));
        }
    }

    [Fact]
    public async Task Another_version_is_not_there()
    {
        var token = await host.TokenAsync(Accessor);
        using var answer = await host.CallAsync(
            ClockedHost.PlainHeader(token, Accessor),
            "/oauth/access/keys/00000000-0000-0000-0000-000000000000"
        );
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.BadRequest, "parameter_absent")]
    [InlineData("Bearer sandbox-bearer-token", HttpStatusCode.BadRequest, "parameter_absent")]
    [InlineData("wrong", HttpStatusCode.Unauthorized, "signature_invalid")]
    public async Task Keys_are_given_to_a_signed_request_alone(
        string? credential,
        HttpStatusCode status,
        string problem
    )
    {
        var token = await host.TokenAsync(Accessor);
        using var answer = await host.CallAsync(
            credential == "wrong" ? ClockedHost.PlainHeader(token, credential) : credential,
            $"/oauth/access/keys/{Members(token["oauth_token"])["KeysVersion"]}"
        );

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(
            $"oauth_problem=\"{problem}\"",
            answer.Headers.WwwAuthenticate.ToString(),
            StringComparison.Ordinal
        );
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task<(Aes Aes, RSA Rsa)> KeysAsync(
        Dictionary<string, string> token,
        string version,
        bool asksByHmac
    )
    {
        var path = $"/oauth/access/keys/{version}";
        using var answer = await host.CallAsync(
            asksByHmac
                ? host.HmacHeader(token, Accessor, path, [])
                : ClockedHost.PlainHeader(token, Accessor),
            path
        );
        answer.EnsureSuccessStatusCode();
        var keys = await SandboxHost.ReadAsync(answer);
        var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(keys.GetProperty("aesKey").Text("secretKey")!);
        var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(
            Convert.FromBase64String(keys.GetProperty("rsaKey").Text("publicKey")!),
            out _
        );
        return (aes, rsa);
    }

    private static bool IsSigned(RSA key, string message, string signature) =>
        key.VerifyData(
            Encoding.UTF8.GetBytes(message),
            FromBase64Url(signature),
            HashAlgorithmName.SHA1,
            RSASignaturePadding.Pkcs1
        );

    private static Dictionary<string, string> Members(string form) =>
        form.Split('&')
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));

    private static byte[] FromBase64Url(string text) =>
        System.Buffers.Text.Base64Url.DecodeFromChars(text);
}
