using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Credentials.OAuth;

public sealed class SessionRenewalTests
{
    private static readonly TimeSpan Due = TimeSpan.FromSeconds(3300);

    private readonly TokenService _service = new();

    [Fact]
    public async Task Before_its_end_a_token_is_renewed_with_its_handle_while_nobody_waits()
    {
        Answering((_, number) => TokenService.Issue(number));
        using var client = _service.Client();
        await CallAsync(client);

        _service.Time.Advance(Due);
        await CallAsync(client);
        await CallUntilAsync(client, token: 2);

        var first = TokenService.Form(_service.TokenRequests[0]);
        var renewal = TokenService.Form(_service.TokenRequests[1]);
        Assert.Equal("ConsumerKey=k&ExpiresOn=1", renewal["oauth_token"]);
        Assert.Equal("handle1", renewal["oauth_session_handle"]);
        Assert.Equal("consumer%26secret%2F1&token%2Fsecret1", renewal["oauth_signature"]);
        Assert.Equal(first["oauth_accessor_secret"], renewal["oauth_accessor_secret"]);
        Assert.DoesNotContain("oauth_session_handle", first.Keys);
        Assert.Equal(2, _service.TokenRequests.Count);
        // The call that saw the token was due went out with it, and did not wait.
        Assert.Equal([1, 1], _service.Calls.Take(2).Select(TokenService.TokenOf));
    }

    [Fact]
    public async Task With_a_keyed_hash_the_renewal_is_signed_with_both_secrets()
    {
        Answering((_, number) => TokenService.Issue(number));
        using var client = _service.Client(options =>
            options.Credential.OAuth.SignatureMethod = OAuthSignatureMethod.HmacSha1
        );
        await CallAsync(client);

        _service.Time.Advance(Due);
        await CallAsync(client);
        await CallUntilAsync(client, token: 2);

        var form = TokenService.Form(_service.TokenRequests[1]);
        var signed = string.Join(
            '&',
            form.Where(field => field.Key != "oauth_signature")
                .OrderBy(field => field.Key, StringComparer.Ordinal)
                .Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}")
        );
        Assert.Equal(
            TokenRequestTests.Hash(
                "consumer%26secret%2F1&token%2Fsecret1",
                $"POST&{Uri.EscapeDataString(TokenService.Address.AbsoluteUri)}&{Uri.EscapeDataString(signed)}"
            ),
            form["oauth_signature"]
        );
    }

    [Fact]
    public async Task A_token_is_renewed_as_long_as_its_authorization_lasts()
    {
        // Each answer says what is left of the authorization that the first one began.
        var began = _service.Time.GetUtcNow();
        Answering(
            (request, number) =>
                TokenService.Issue(
                    number,
                    10800
                        - (
                            IsRenewal(request)
                                ? (int)(_service.Time.GetUtcNow() - began).TotalSeconds
                                : 0
                        )
                )
        );
        using var client = _service.Client();
        await CallAsync(client);

        for (var token = 2; token <= 5; token++)
        {
            _service.Time.Advance(Due);
            await CallAsync(client);
            await CallUntilAsync(client, token);
        }

        // The fourth would begin after the three hours are over: 4 x 3300 s.
        Assert.Equal([false, true, true, true, false], _service.TokenRequests.Select(IsRenewal));
    }

    public static TheoryData<string> Refusals =>
        [
            "token_expired",
            "token_rejected",
            "token_revoked",
            "signature_invalid",
            "parameter_rejected",
        ];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_renewal_that_is_refused_becomes_a_request_for_a_new_token(string problem)
    {
        Answering(
            (request, number) =>
                IsRenewal(request)
                    ? TokenService.Refuse(
                        HttpStatusCode.Unauthorized,
                        $"OAuth oauth_problem={problem}"
                    )
                    : TokenService.Issue(number)
        );
        using var client = _service.Client();
        await CallAsync(client);

        _service.Time.Advance(Due);
        await CallAsync(client);
        await CallUntilAsync(client, token: 3);

        Assert.Equal([false, true, false], _service.TokenRequests.Select(IsRenewal));
        Assert.Equal(
            "consumer%26secret%2F1&",
            TokenService.Form(_service.TokenRequests[2])["oauth_signature"]
        );
    }

    [Fact]
    public async Task A_renewal_without_a_token_in_its_answer_becomes_a_request_for_a_new_one()
    {
        Answering(
            (request, number) =>
                IsRenewal(request)
                    ? new HttpResponseMessage(HttpStatusCode.OK)
                    : TokenService.Issue(number)
        );
        using var client = _service.Client();
        await CallAsync(client);

        _service.Time.Advance(Due);
        await CallAsync(client);
        await CallUntilAsync(client, token: 3);

        Assert.Equal([false, true, false], _service.TokenRequests.Select(IsRenewal));
    }

    [Fact]
    public async Task A_service_that_is_down_is_asked_to_renew_again_after_a_pause()
    {
        var asked = new TaskCompletionSource();
        Answering(
            (_, number) =>
            {
                if (number != 2)
                    return TokenService.Issue(number);
                asked.SetResult();
                return Answer.With(HttpStatusCode.ServiceUnavailable);
            }
        );
        using var client = _service.Client();
        await CallAsync(client);
        _service.Time.Advance(Due);
        await CallAsync(client);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await CallUntilAsync(client, token: 3, TimeSpan.FromSeconds(5));

        Assert.Equal([false, true, true], _service.TokenRequests.Select(IsRenewal));
    }

    [Fact]
    public async Task A_token_the_platform_refused_is_not_renewed_but_replaced()
    {
        Answering((_, number) => TokenService.Issue(number));
        _service.OnCall = call =>
            TokenService.TokenOf(call) == 1
                ? Answer.With(HttpStatusCode.Unauthorized)
                : Answer.Ok(TokenService.Empty);
        using var client = _service.Client();

        await CallAsync(client);

        Assert.Equal([false, false], _service.TokenRequests.Select(IsRenewal));
    }

    [Fact]
    public async Task A_token_that_has_ended_is_replaced_by_the_surest_way()
    {
        Answering((_, number) => TokenService.Issue(number));
        using var client = _service.Client();
        await CallAsync(client);

        _service.Time.Advance(TimeSpan.FromHours(1));
        await CallAsync(client);

        Assert.Equal([false, false], _service.TokenRequests.Select(IsRenewal));
    }

    [Fact]
    public async Task Callers_at_once_share_a_renewal_and_none_waits_for_it()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        var renewing = new TaskCompletionSource();
        _service.OnToken = (request, number, cancellationToken) =>
        {
            if (!IsRenewal(request))
                return Task.FromResult(TokenService.Issue(number));
            renewing.SetResult();
            return answer.Task.WaitAsync(cancellationToken);
        };
        using var client = _service.Client(options => options.Resilience.MaxConcurrentCalls = 50);
        await CallAsync(client);

        _service.Time.Advance(Due);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => CallAsync(client)));
        await renewing.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await CallAsync(client);

        Assert.All(_service.Calls, call => Assert.Equal(1, TokenService.TokenOf(call)));
        answer.SetResult(TokenService.Issue(2));
        await CallUntilAsync(client, token: 2);
        Assert.Equal([false, true], _service.TokenRequests.Select(IsRenewal));
    }

    [Fact]
    public async Task Another_principal_is_a_token_of_its_own()
    {
        Answering((_, number) => TokenService.Issue(number));
        var credential = new CredentialOptions();
        using var client = _service.Client(options => credential = options.Credential);
        await CallAsync(client);

        credential.OAuth.Principal = "somebody else";
        await CallAsync(client);
        await CallUntilAsync(client, token: 2);

        Assert.Equal([false, false], _service.TokenRequests.Select(IsRenewal));
    }

    private static Task CallAsync(HealtheIntentClient client) => client.Allergies().AllAsync();

    /// <summary>
    /// Calls until a call went out with a token that was had in the background: what goes on there has a hundred calls'
    /// time for it before the clock moves on.
    /// </summary>
    private async Task CallUntilAsync(
        HealtheIntentClient client,
        int token,
        TimeSpan between = default
    )
    {
        for (var call = 0; call < 5_000; call++)
        {
            if (call % 100 == 0)
                _service.Time.Advance(between);
            await CallAsync(client);
            if (TokenService.TokenOf(_service.Calls[^1]) == token)
                return;
            await Task.Delay(1);
        }
        Assert.Fail($"No call went out with token {token}.");
    }

    private void Answering(Func<SentRequest, int, HttpResponseMessage> answer) =>
        _service.OnToken = (request, number, _) => Task.FromResult(answer(request, number));

    private static bool IsRenewal(SentRequest request) =>
        TokenService.Form(request).ContainsKey("oauth_session_handle");
}
