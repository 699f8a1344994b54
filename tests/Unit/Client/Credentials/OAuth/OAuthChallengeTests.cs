using System.Net;
using HealtheIntent.Client;
using HealtheIntent.Client.Credentials.OAuth;

namespace HeiChartViewer.Tests.Unit.Client.Credentials.OAuth;

public sealed class OAuthChallengeTests
{
    [Theory]
    [InlineData("OAuth realm=\"https://oauth-api.cerner.com\", oauth_problem=\"token_expired\"")]
    [InlineData("OAuth oauth_problem=token_expired")]
    [InlineData("oauth realm=https://oauth-api.cerner.com,oauth_problem=token_expired")]
    [InlineData("Bearer realm=host OAuth realm=host, oauth_problem=\"token_expired\"")]
    [InlineData("OAuth oauth_problem = \"token_expired\" , realm=\"x\"")]
    public void The_problem_is_found_quoted_or_not_and_behind_another_challenge(string header) =>
        Assert.Equal("token_expired", Read(header)?.Code);

    [Theory]
    [InlineData("Bearer realm=host")]
    [InlineData("Bearer realm=host OAuth realm=host")]
    [InlineData("Bearer oauth_problem=token_expired")]
    [InlineData("OAuth oauth_problem=\"<script>\"")]
    [InlineData("OAuth oauth_problem=\"\"")]
    [InlineData("")]
    public void What_is_no_code_is_none(string header) => Assert.Null(Read(header));

    [Fact]
    public void Two_lines_of_the_header_are_one_text()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.Unauthorized);
        response.Headers.TryAddWithoutValidation("WWW-Authenticate", "Bearer realm=host");
        response.Headers.TryAddWithoutValidation(
            "WWW-Authenticate",
            "OAuth oauth_problem=nonce_used"
        );

        Assert.Equal("nonce_used", OAuthChallenge.Of(response)?.Code);
    }

    [Theory]
    [InlineData("oauth_parameters_absent=\"oauth_nonce%26oauth_timestamp\"")]
    [InlineData("oauth_parameters_rejected=oauth_nonce&oauth_timestamp")]
    [InlineData("oauth_parameters_absent=oauth_nonce, oauth_parameters_rejected=oauth_timestamp")]
    public void Missing_and_rejected_parameters_are_named(string names) =>
        Assert.Equal(
            ["oauth_nonce", "oauth_timestamp"],
            Read($"OAuth oauth_problem=parameter_absent, {names}")!.Parameters
        );

    [Theory]
    [InlineData("https://oauth-api.sandboxcerner.com")]
    [InlineData("https://api.sandboxcernercare.com/")]
    public void Either_host_of_an_environment_names_its_realm(string realm) =>
        Assert.Same(
            OAuthEnvironment.Staging,
            Read($"OAuth realm=\"{realm}\", oauth_problem=token_rejected")!.Environment
        );

    [Fact]
    public void The_platforms_own_realm_is_no_environment_of_the_vendors() =>
        Assert.Null(
            Read(
                "OAuth realm=cernerdemo.api.us-1.healtheintent.com, oauth_problem=token_rejected"
            )!.Environment
        );

    private static OAuthProblem? Read(string header)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.Unauthorized);
        response.Headers.TryAddWithoutValidation("WWW-Authenticate", header);
        return OAuthChallenge.Of(response);
    }
}
