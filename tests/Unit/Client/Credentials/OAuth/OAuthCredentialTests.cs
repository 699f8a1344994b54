using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Client.Credentials.OAuth;

public sealed class OAuthCredentialTests : IDisposable
{
    private readonly TokenService _service = new();
    private readonly string _key = Path.GetTempFileName();
    private readonly string _secret = Path.GetTempFileName();
    private volatile string _accepted = "secret-1";

    public void Dispose()
    {
        File.Delete(_key);
        File.Delete(_secret);
    }

    [Fact]
    public async Task Calls_share_a_token_and_ask_for_it_once()
    {
        using var client = _service.Client(options => options.Resilience.MaxConcurrentCalls = 100);

        await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => Task.Run(() => client.Allergies().AllAsync()))
        );

        Assert.Single(_service.TokenRequests);
        Assert.Equal(100, _service.Calls.Count);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_outside_the_retries()
    {
        _service.OnCall = call =>
            TokenService.TokenOf(call) == 1
                ? Answer.With(HttpStatusCode.Unauthorized)
                : Answer.Ok(TokenService.Empty);
        using var client = _service.Client(options => options.Resilience.RetryCount = 0);

        await client.Allergies().AllAsync();

        Assert.Equal([1, 2], _service.Calls.Select(TokenService.TokenOf));
        Assert.Equal(2, _service.TokenRequests.Count);
    }

    [Fact]
    public async Task A_renewed_token_that_is_refused_as_well_is_not_renewed_again()
    {
        _service.OnCall = _ =>
            TokenService.Refuse(
                HttpStatusCode.Unauthorized,
                "Bearer realm=host OAuth realm=host, oauth_problem=\"token_revoked\""
            );
        using var client = _service.Client();

        var error = await Assert.ThrowsAsync<UnauthorizedException>(() =>
            client.Allergies().AllAsync()
        );

        Assert.Equal("token_revoked", error.Problem?.Code);
        Assert.Equal(2, _service.Calls.Count);
        Assert.Equal(2, _service.TokenRequests.Count);
    }

    [Fact]
    public async Task A_caller_that_gives_up_during_the_request_for_a_token_harms_no_other()
    {
        var asked = new TaskCompletionSource();
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        _service.OnToken = (_, _, cancellationToken) =>
        {
            asked.SetResult();
            return answer.Task.WaitAsync(cancellationToken);
        };
        using var impatience = new CancellationTokenSource();
        using var client = _service.Client();

        var impatient = client.Allergies(impatience.Token).AllAsync();
        await asked.Task;
        var patient = client.Allergies().AllAsync();
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        answer.SetResult(TokenService.Issue(1));
        await patient;

        Assert.Single(_service.TokenRequests);
    }

    [Fact]
    public async Task A_new_secret_is_used_at_once_while_the_old_token_lives()
    {
        _service.OnToken = AcceptAsync;
        File.WriteAllText(_key, TokenService.Key);
        File.WriteAllText(_secret, "secret-1");
        using var client = FileClient();
        await client.Allergies().AllAsync();

        _accepted = "secret-2";
        Replace(_secret, "secret-2");
        await client.Allergies().AllAsync();
        _service.OnCall = call =>
            TokenService.TokenOf(call) == 1
                ? Answer.With(HttpStatusCode.Unauthorized)
                : Answer.Ok(TokenService.Empty);
        await client.Allergies().AllAsync();

        Assert.Equal(2, _service.TokenRequests.Count);
    }

    [Fact]
    public async Task A_new_secret_that_is_not_accepted_yet_leaves_the_old_one_in_use()
    {
        _service.OnToken = AcceptAsync;
        File.WriteAllText(_key, TokenService.Key);
        File.WriteAllText(_secret, "secret-1");
        using var client = FileClient();
        await client.Allergies().AllAsync();

        Replace(_secret, "secret-2");
        _service.Time.Advance(TimeSpan.FromHours(1));
        await client.Allergies().AllAsync();
        await client.Allergies().AllAsync();

        // The first token; then the new secret, refused, and the old one.
        Assert.Equal(3, _service.TokenRequests.Count);
    }

    [Fact]
    public async Task Two_hundred_calls_while_key_and_secret_are_replaced_are_all_answered()
    {
        const int Calls = 200;
        _service.OnToken = AcceptAsync;
        File.WriteAllText(_key, TokenService.Key);
        File.WriteAllText(_secret, "secret-1");
        var begun = 0;
        var revoked = 0;
        _service.OnCall = call =>
        {
            if (Interlocked.Increment(ref begun) == 60)
            {
                _accepted = "secret-2";
                Replace(_secret, "secret-2");
                Volatile.Write(ref revoked, 1);
            }
            return TokenService.TokenOf(call) <= Volatile.Read(ref revoked)
                ? Answer.With(HttpStatusCode.Unauthorized)
                : Answer.Ok(TokenService.Empty);
        };
        using var client = FileClient();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Calls),
            new ParallelOptions { MaxDegreeOfParallelism = Calls },
            async (_, token) => await client.Allergies(token).AllAsync()
        );

        Assert.Equal(1, revoked);
        Assert.InRange(_service.TokenRequests.Count, 2, 4);
    }

    [Fact]
    public async Task The_kind_of_credential_may_change_while_the_client_runs()
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Tenant"] = "cernerdemo",
                    ["Region"] = "us-1",
                    ["Credential:BearerToken"] = Wire.Token,
                }
            )
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_service.Time);
        services
            .AddHealtheIntent(settings)
            .ConfigurePrimaryHttpMessageHandler(() => _service.Transport);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<HealtheIntentClient>();

        await client.Allergies().AllAsync();
        settings["Credential:BearerToken"] = null;
        settings["Credential:ConsumerKey"] = TokenService.Key;
        settings["Credential:ConsumerSecret"] = TokenService.Secret;
        settings["Credential:OAuth:TokenAddress"] = TokenService.Address.AbsoluteUri;
        settings["Credential:OAuth:SignatureMethod"] = "HmacSha1";
        settings.Reload();
        await client.Allergies().AllAsync();

        Assert.Equal(
            ["Bearer", "OAuth"],
            _service.Calls.Select(call => call.Headers["Authorization"].Split(' ')[0])
        );
    }

    private HealtheIntentClient FileClient() =>
        _service.Client(options =>
        {
            options.Resilience.MaxConcurrentCalls = 200;
            options.Credential = new CredentialOptions
            {
                ConsumerKeyFile = _key,
                ConsumerSecretFile = _secret,
                OAuth = { TokenAddress = TokenService.Address },
            };
        });

    private Task<HttpResponseMessage> AcceptAsync(
        SentRequest request,
        int number,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            TokenService.Form(request)["oauth_signature"] == $"{_accepted}&"
                ? TokenService.Issue(number)
                : TokenService.Refuse(
                    HttpStatusCode.Unauthorized,
                    "OAuth oauth_problem=signature_invalid"
                )
        );

    private static void Replace(string file, string secret)
    {
        var written = File.GetLastWriteTimeUtc(file);
        File.WriteAllText(file, secret);
        File.SetLastWriteTimeUtc(file, written.AddSeconds(1));
    }
}
