using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Credentials.OAuth;

/// <summary>Contract 2.3: what an API says of a token, as the token service says it of a key.</summary>
public sealed class OAuthProblemTests
{
    private readonly TokenService _service = new();

    [Theory]
    [MemberData(nameof(TokenClientTests.Problems), MemberType = typeof(TokenClientTests))]
    public async Task A_call_that_is_refused_with_a_problem_tells_it_after_one_new_token(
        string code,
        bool isOfRequest
    )
    {
        _service.OnCall = _ => Refuse(code);
        using var client = _service.Client();

        var error = await Assert.ThrowsAsync<UnauthorizedException>(() =>
            client.Allergies().AllAsync()
        );

        Check(error, code, isOfRequest);
        Assert.Equal([1, 2], _service.Calls.Select(TokenService.TokenOf));
    }

    [Theory]
    [MemberData(nameof(TokenClientTests.Problems), MemberType = typeof(TokenClientTests))]
    public async Task A_call_that_is_refused_with_a_problem_goes_on_where_a_new_token_helps(
        string code,
        bool isOfRequest
    )
    {
        _service.OnCall = call =>
            TokenService.TokenOf(call) == 1 ? Refuse(code) : Answer.Ok(TokenService.Empty);
        using var client = _service.Client();

        Assert.Single(await client.Allergies().AllAsync());
        Assert.Equal(2, _service.TokenRequests.Count);
        Assert.Equal(isOfRequest, new OAuthProblem(code, []).IsOfRequest);
    }

    [Theory]
    [MemberData(nameof(TokenClientTests.Problems), MemberType = typeof(TokenClientTests))]
    public async Task A_bearer_token_that_is_refused_with_a_problem_tells_it(
        string code,
        bool isOfRequest
    )
    {
        using var client = Wire.Client(new StubTransport((_, _) => Refuse(code)));

        Check(
            await Assert.ThrowsAsync<UnauthorizedException>(() => client.Allergies().AllAsync()),
            code,
            isOfRequest
        );
    }

    private static void Check(UnauthorizedException error, string code, bool isOfRequest)
    {
        Assert.Equal(code, error.Problem?.Code);
        Assert.Equal(isOfRequest, error.Problem?.IsOfRequest);
        Assert.Equal(HttpStatusCode.Unauthorized, error.Status);
        Assert.Equal("allergies.list", error.Operation);
        Assert.Contains($": {code}.", error.Message, StringComparison.Ordinal);
    }

    private static HttpResponseMessage Refuse(string code) =>
        TokenService.Refuse(
            HttpStatusCode.Unauthorized,
            $"Bearer realm={Wire.Host} OAuth realm=\"{Wire.Host}\", oauth_problem=\"{code}\""
        );
}
