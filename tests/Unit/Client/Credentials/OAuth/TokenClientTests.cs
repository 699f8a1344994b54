using System.Net;
using System.Text;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Tests.Unit.Client.Credentials.OAuth;

public sealed class TokenClientTests
{
    private readonly TokenService _service = new();

    public static TheoryData<string, bool> Problems =>
        new()
        {
            { "additional_authorization_required", true },
            { "parameter_absent", true },
            { "parameter_rejected", true },
            { "signature_method_rejected", true },
            { "timestamp_refused", true },
            { "verifier_invalid", true },
            { "version_rejected", true },
            { "consumer_key_refused", false },
            { "consumer_key_rejected", false },
            { "consumer_key_unknown", false },
            { "nonce_used", false },
            { "permission_denied", false },
            { "permission_unknown", false },
            { "signature_invalid", false },
            { "token_expired", false },
            { "token_rejected", false },
            { "token_revoked", false },
            { "token_used", false },
            { "user_refused", false },
        };

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task Every_problem_of_the_contract_is_told_by_its_code(
        string code,
        bool isOfRequest
    )
    {
        var status = isOfRequest ? HttpStatusCode.BadRequest : HttpStatusCode.Unauthorized;
        _service.OnToken = (_, _, _) =>
            Task.FromResult(
                TokenService.Refuse(
                    status,
                    $"OAuth realm=\"https://oauth-api.cerner.com\", oauth_problem=\"{code}\""
                )
            );
        using var client = _service.Client();

        var error = await Assert.ThrowsAsync<UnauthorizedException>(() =>
            client.Allergies().AllAsync()
        );

        Assert.Equal(code, error.Problem?.Code);
        Assert.Equal(isOfRequest, error.Problem?.IsOfRequest);
        Assert.Same(OAuthEnvironment.Production, error.Problem?.Environment);
        Assert.Equal(status, error.Status);
        Assert.Equal(Answer.CorrelationId, error.CorrelationId);
        Assert.Equal("allergies.list", error.Operation);
        Assert.Contains($": {code}.", error.Message, StringComparison.Ordinal);
        Assert.Single(_service.TokenRequests);
        Assert.Empty(_service.Calls);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    public async Task A_service_that_fails_is_asked_again_within_the_calls_retries(
        HttpStatusCode status
    )
    {
        _service.OnToken = (_, number, _) =>
            Task.FromResult(number == 1 ? Answer.With(status) : TokenService.Issue(number));
        using var client = _service.Client();

        await client.Allergies().AllAsync();

        Assert.Equal(2, _service.TokenRequests.Count);
        Assert.Single(_service.Calls);
    }

    [Fact]
    public async Task A_service_that_goes_on_failing_is_unavailable()
    {
        _service.OnToken = (_, _, _) =>
            Task.FromResult(Answer.With(HttpStatusCode.ServiceUnavailable));
        using var client = _service.Client();

        var error = await Assert.ThrowsAsync<UnavailableException>(() =>
            client.Allergies().AllAsync()
        );

        Assert.Equal(UnavailableReason.ServerError, error.Reason);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, error.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("oauth_token=&oauth_token_secret=x")]
    [InlineData("oauth_token=x")]
    [InlineData("<html>oauth_token</html>")]
    public async Task An_answer_without_a_token_breaks_the_contract(string body)
    {
        _service.OnToken = (_, _, _) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
                }
            );
        using var client = _service.Client();

        await Assert.ThrowsAsync<ContractViolationException>(() => client.Allergies().AllAsync());
    }

    [Fact]
    public async Task A_redirect_of_the_service_is_not_followed()
    {
        _service.OnToken = (_, _, _) =>
        {
            var redirect = Answer.With(HttpStatusCode.TemporaryRedirect);
            redirect.Headers.Location = new Uri("https://evil.example/oauth/access");
            return Task.FromResult(redirect);
        };
        using var client = _service.Client();

        await Assert.ThrowsAsync<ContractViolationException>(() => client.Allergies().AllAsync());
        Assert.Single(_service.Transport.Sent);
    }

    [Fact]
    public async Task An_address_that_became_unsafe_after_the_start_gets_no_secret()
    {
        var credential = new CredentialOptions();
        using var client = _service.Client(options => credential = options.Credential);
        credential.OAuth.TokenAddress = new Uri("http://oauth.example/access");

        await Assert.ThrowsAsync<ContractViolationException>(() => client.Allergies().AllAsync());

        Assert.Empty(_service.Transport.Sent);
    }

    [Fact]
    public async Task No_log_and_no_error_holds_a_secret_a_token_or_a_signature()
    {
        var lines = new ListLogger();
        using var logging = LoggerFactory.Create(builder =>
            builder.SetMinimumLevel(LogLevel.Trace).AddProvider(lines)
        );
        _service.OnToken = (_, number, _) =>
            Task.FromResult(
                number == 2
                    ? TokenService.Refuse(
                        HttpStatusCode.Unauthorized,
                        "OAuth oauth_problem=signature_invalid"
                    )
                    : TokenService.Issue(number)
            );
        _service.OnCall = _ => Answer.With(HttpStatusCode.Unauthorized, TokenService.Secret);
        using var client = _service.Client(logging: logging);

        var error = await Assert.ThrowsAsync<UnauthorizedException>(() =>
            client.Allergies().AllAsync()
        );

        string[] secrets =
        [
            TokenService.Secret,
            TokenService.Key,
            "token/secret",
            "ExpiresOn",
            "handle1",
            "cerner.com",
            TokenService.Form(_service.TokenRequests[0])["oauth_accessor_secret"],
            TokenService.Parameter(Assert.Single(_service.Calls), "oauth_signature"),
        ];
        Assert.Equal(3, lines.Lines.Count);
        foreach (var text in lines.Lines.Select(line => line.Line).Append(error.ToString()))
        foreach (var secret in secrets)
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }
}
