using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using HealtheIntent.Client;
using HealtheIntent.Client.Credentials;
using HealtheIntent.Client.Credentials.OAuth;

namespace HeiChartViewer.Bench.Client;

/// <summary>What the credential costs each attempt: the token from the cache, and the signature on the request.</summary>
internal sealed class SigningBench : IDisposable
{
    private const int AttemptsInARound = 5000;
    private const string Floor = "HMAC and percent-encoding alone";

    /// <summary>A token of the length the platform's have (contract 2.3).</summary>
    private static readonly string Form =
        "oauth_token="
        + Uri.EscapeDataString(
            $"ConsumerKey={Guid.Empty}&ExpiresOn=1900000000&HMACSecrets={new string('h', 128)}&KeysVersion={Guid.Empty}&RSASHA1={new string('r', 342)}"
        )
        + $"&oauth_token_secret={new string('s', 32)}&oauth_session_handle=h&oauth_expires_in=3600&oauth_authorization_expires_in=86400";

    private readonly HttpRequestMessage _request = new(
        HttpMethod.Get,
        "https://cernerdemo.api.us-1.healtheintent.com" + BenchServer.Address(Guid.Empty.ToString())
    );

    public static async Task RunAsync(PairedRounds rounds)
    {
        using var bench = new SigningBench();
        using var plaintext = Consumer(OAuthSignatureMethod.Plaintext);
        using var hmac = Consumer(OAuthSignatureMethod.HmacSha1);
        var token = new CredentialOptions { BearerToken = new string('b', 600) };
        var bearer = new BearerCredential(() => token);
        var alone = await bench.AloneAsync(hmac);
        var samples = await rounds.RunAsync(
            AttemptsInARound,
            [
                (Floor, alone),
                ("bearer token", () => bench.AttachAsync(bearer)),
                ("consumer key, PLAINTEXT", () => bench.AttachAsync(plaintext)),
                ("consumer key, HMAC-SHA1", () => bench.AttachAsync(hmac)),
            ]
        );
        Console.WriteLine("the credential of one attempt, its token in the cache");
        foreach (var (name, taken) in samples)
            Report.Print(name, taken, samples[Floor]);
    }

    public void Dispose() => _request.Dispose();

    private async Task AttachAsync(ICredential credential) =>
        (await credential.GetAsync(Issue, default)).Attach(_request);

    /// <summary>The work no signature can do without, on texts as long as the real ones.</summary>
    [SuppressMessage(
        "Security",
        "CA5350:Do Not Use Weak Cryptographic Algorithms",
        Justification = "The floor of the hash the platform asks for (contract 2.3)."
    )]
    private async Task<Func<Task>> AloneAsync(OAuthCredential credential)
    {
        var proof = (OAuthProof)await credential.GetAsync(Issue, default);
        proof.Attach(_request);
        var header = Uri.UnescapeDataString(_request.Headers.Authorization!.Parameter!);
        var text = Encoding.ASCII.GetBytes(
            SignatureBase.Of(
                _request.Method,
                _request.RequestUri!,
                [OAuthParameter.Of("oauth_token", header)]
            )
        );
        var key = Encoding.ASCII.GetBytes(proof.Token.AccessorSecret + "&" + proof.Token.Secret);
        return () =>
        {
            var encoded = Uri.EscapeDataString(header);
            var signature = Convert.ToBase64String(HMACSHA1.HashData(key, text));
            return encoded.Length > signature.Length
                ? Task.CompletedTask
                : throw new InvalidOperationException();
        };
    }

    private static OAuthCredential Consumer(OAuthSignatureMethod method)
    {
        var options = new CredentialOptions
        {
            ConsumerKey = Guid.Empty.ToString(),
            ConsumerSecret = new string('c', 32),
            OAuth =
            {
                TokenAddress = OAuthEnvironment.Production.TokenAddress,
                SignatureMethod = method,
            },
        };
        return new OAuthCredential(() => options, TimeSpan.FromSeconds(4), TimeProvider.System);
    }

    private static Task<HttpResponseMessage> Issue(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Form) }
        );
}
