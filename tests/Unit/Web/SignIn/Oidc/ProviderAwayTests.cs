using System.Net;
using HeiChartViewer.Tests.Unit.Web.Launch.Smart;
using HeiChartViewer.Tests.Unit.Web.Security;
using HeiChartViewer.Web.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.SignIn.Oidc;

/// <summary>A viewer whose provider does not answer.</summary>
public sealed class ProviderAwayTests(ProviderAwayTests.Viewer viewer)
    : IClassFixture<ProviderAwayTests.Viewer>
{
    [Fact]
    public async Task A_sign_in_that_fails_is_recorded()
    {
        using var answer = await viewer.Http.GetAsync(
            "/sign-in/callback?code=guessed&state=guessed"
        );

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var entry = ((AuditRecord)viewer.Services.GetRequiredService<IAuditLog>()).Last;
        Assert.Equal((AuditAction.SignIn, AuditOutcome.Denied), (entry.Action, entry.Outcome));
        Assert.NotNull(entry.RemoteAddress);
        Assert.DoesNotContain("guessed", entry.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/sign-in/provider")]
    [InlineData("POST", "/sign-out/back-channel")]
    [InlineData("GET", "/sign-out/front-channel?iss=http://localhost:1&sid=s1")]
    public async Task Nothing_breaks_because_the_provider_does_not_answer(
        string method,
        string address
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method == "POST")
            request.Content = new FormUrlEncodedContent([
                KeyValuePair.Create("logout_token", "a.b.c"),
            ]);
        using var answer = await viewer.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    /// <summary>The viewer.</summary>
    public sealed class Viewer : WholeViewer
    {
        /// <inheritdoc />
        protected override string? Provider => "http://localhost:1";
    }
}
