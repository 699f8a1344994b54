using System.Collections.Concurrent;
using System.Net.Http.Json;
using HealtheIntent.Client;
using HealtheIntent.Client.Credentials.OAuth;
using HealtheIntent.Client.Transport;
using HeiChartViewer.Sandbox;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Credentials.OAuth;

/// <summary>
/// A consumer key over HTTP, from the first token to calls with the one after it, at the sandbox's own reading of the
/// contract (2.3).
/// </summary>
public sealed class SandboxTokenTests : IAsyncLifetime
{
    private static readonly TimeSpan Due = TimeSpan.FromSeconds(3300);

    private readonly SkippingTimeProvider _time = new();
    private readonly ConcurrentQueue<Dictionary<string, string>> _asked = new();
    private SandboxServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await SandboxServer.StartAsync(
            new SandboxOptions { Urls = "http://localhost:0", Patients = 0 },
            _time,
            CancellationToken.None
        );
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(OAuthSignatureMethod.Plaintext)]
    [InlineData(OAuthSignatureMethod.HmacSha1)]
    public async Task A_token_is_had_and_renewed_with_its_handle_before_its_end(
        OAuthSignatureMethod method
    )
    {
        using var client = Client(method);

        await ReadAsync(client);
        _time.Advance(Due);
        await ReadAsync(client);
        await Task.Run(() => SpinWait.SpinUntil(() => _asked.Count == 2, TimeSpan.FromSeconds(30)));
        // Past the end of the first token.
        _time.Advance(TimeSpan.FromSeconds(600));
        await ReadAsync(client);

        Assert.Equal(2, Forms.Count);
        Assert.False(Forms[0].ContainsKey("oauth_session_handle"));
        Assert.True(Forms[1].ContainsKey("oauth_session_handle"));
        Assert.All(
            Forms,
            form =>
                Assert.Equal(
                    method is OAuthSignatureMethod.HmacSha1 ? "HMAC-SHA1" : "PLAINTEXT",
                    form["oauth_signature_method"]
                )
        );
    }

    [Theory]
    [InlineData(OAuthSignatureMethod.Plaintext)]
    [InlineData(OAuthSignatureMethod.HmacSha1)]
    public async Task Where_the_authorization_was_ended_another_token_is_asked_for(
        OAuthSignatureMethod method
    )
    {
        using var client = Client(method);
        await ReadAsync(client);

        await OrderAsync("sandbox/oauth/revoke", new { });
        await ReadAsync(client);

        Assert.Equal(2, Forms.Count);
        Assert.False(Forms[1].ContainsKey("oauth_session_handle"));
    }

    [Fact]
    public async Task A_clock_that_is_off_is_set_by_the_services_and_the_call_succeeds()
    {
        await OrderAsync("sandbox/clock", new { offsetSeconds = 7200 });
        using var client = Client(OAuthSignatureMethod.HmacSha1);

        await ReadAsync(client);

        Assert.Equal(2, Forms.Count);
    }

    [Theory]
    [InlineData(SandboxOptions.ConsumerKey, "wrong", "signature_invalid")]
    [InlineData("nobody", SandboxOptions.ConsumerSecret, "consumer_key_unknown")]
    public async Task A_wrong_key_or_secret_is_named_as_the_service_names_it(
        string key,
        string secret,
        string problem
    )
    {
        foreach (var method in Enum.GetValues<OAuthSignatureMethod>())
        {
            using var client = Client(method, key, secret);

            var error = await Assert.ThrowsAsync<UnauthorizedException>(() => ReadAsync(client));

            Assert.Equal(problem, error.Problem?.Code);
        }
    }

    [Theory]
    [MemberData(nameof(TokenClientTests.Problems), MemberType = typeof(TokenClientTests))]
    public async Task Every_problem_of_the_service_comes_over_the_wire(
        string code,
        bool isOfRequest
    )
    {
        await OrderAsync("sandbox/oauth", new { problem = code });
        using var client = Client(OAuthSignatureMethod.HmacSha1);

        var error = await Assert.ThrowsAsync<UnauthorizedException>(() => ReadAsync(client));

        Assert.Equal(code, error.Problem?.Code);
        Assert.Equal(isOfRequest, error.Problem?.IsOfRequest);
    }

    private IReadOnlyList<Dictionary<string, string>> Forms => [.. _asked];

    private static Task ReadAsync(HealtheIntentClient client) =>
        client.Personnel.ListAsync(new PersonnelFilter { Name = "a b" }).AllAsync();

    private HealtheIntentClient Client(
        OAuthSignatureMethod method,
        string key = SandboxOptions.ConsumerKey,
        string secret = SandboxOptions.ConsumerSecret
    )
    {
        return Wire.Client(
            new Asked(_asked),
            _time,
            options =>
            {
                options.BaseAddress = _server.BaseAddress;
                options.Credential = new CredentialOptions
                {
                    ConsumerKey = key,
                    ConsumerSecret = secret,
                    OAuth =
                    {
                        TokenAddress = new Uri(_server.BaseAddress, "oauth/access"),
                        SignatureMethod = method,
                    },
                };
            }
        );
    }

    private async Task OrderAsync(string path, object order)
    {
        using var http = new HttpClient { BaseAddress = _server.BaseAddress };
        using var answer = await http.PostAsJsonAsync(path, order);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Passes everything on, and keeps what tokens were asked for with once it was answered.</summary>
    private sealed class Asked(ConcurrentQueue<Dictionary<string, string>> forms)
        : DelegatingHandler(HandlerChain.Transport())
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var form =
                request.Method == HttpMethod.Post
                    ? await request.Content!.ReadAsStringAsync(cancellationToken)
                    : null;
            var response = await base.SendAsync(request, cancellationToken);
            if (form is not null)
                forms.Enqueue(OAuthParameter.FieldsOfForm(form));
            return response;
        }
    }
}
