using System.Net;
using HealtheIntent.Client;
using HealtheIntent.Client.Credentials;
using HealtheIntent.Client.Transport;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Credentials;

public sealed class CredentialHandlerTests
{
    [Fact]
    public async Task A_token_replaced_while_a_call_is_under_way_is_tried_once_outside_the_retries()
    {
        var options = new CredentialOptions { BearerToken = "old" };
        var transport = new StubTransport(
            (request, _) =>
            {
                options.BearerToken = "new";
                return request.Headers["Authorization"] == "Bearer new"
                    ? Answer.Ok("""{"items":[]}""")
                    : Answer.With(HttpStatusCode.Unauthorized);
            }
        );
        var time = new SkippingTimeProvider();
        using var client = Wire.Client(
            transport,
            time,
            client =>
            {
                client.Credential = options;
                client.Resilience.RetryCount = 0;
            }
        );

        await client.Allergies().AllAsync();

        Assert.Equal(
            ["Bearer old", "Bearer new"],
            transport.Sent.Select(sent => sent.Headers["Authorization"])
        );
        Assert.Empty(time.Skipped);
    }

    [Fact]
    public async Task A_new_token_that_is_refused_as_well_is_not_tried_again()
    {
        var number = 0;
        var options = new CredentialOptions { BearerToken = "token-0" };
        var transport = new StubTransport(
            (_, _) =>
            {
                options.BearerToken = $"token-{++number}";
                return Answer.With(HttpStatusCode.Unauthorized);
            }
        );
        using var client = Wire.Client(transport, configure: client => client.Credential = options);

        await Assert.ThrowsAsync<UnauthorizedException>(() => client.Allergies().AllAsync());

        Assert.Equal(2, transport.Sent.Count);
    }

    [Theory]
    [InlineData("https://evil.example/allergy/v1/")]
    [InlineData("https://cernerdemo.api.us-1.healtheintent.com.evil.example/allergy/v1/")]
    [InlineData("http://cernerdemo.api.us-1.healtheintent.com/allergy/v1/")]
    [InlineData("https://cernerdemo.api.us-1.healtheintent.com:444/allergy/v1/")]
    [InlineData("https://other.api.us-1.healtheintent.com/allergy/v1/")]
    public async Task Nothing_is_sent_to_a_host_that_is_not_the_platforms(string address)
    {
        var transport = StubTransport.Ok("{}");
        using var handler = new CredentialHandler(
            new EndpointResolver("cernerdemo", Region.UnitedStates),
            new BearerCredential(() => new CredentialOptions { BearerToken = "secret" })
        )
        {
            InnerHandler = transport,
        };
        using var invoker = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);

        await Assert.ThrowsAsync<UntrustedAddressException>(() =>
            invoker.SendAsync(request, CancellationToken.None)
        );
        Assert.Empty(transport.Sent);
        Assert.Null(request.Headers.Authorization);
    }

    [Fact]
    public async Task Without_a_credential_nothing_is_sent_and_the_error_says_so()
    {
        var options = new CredentialOptions { BearerToken = "old" };
        var transport = StubTransport.Ok("{}");
        using var client = Wire.Client(transport, configure: client => client.Credential = options);
        options.BearerToken = null;

        var error = await Assert.ThrowsAsync<UnauthorizedException>(() =>
            client.Allergies().AllAsync()
        );

        Assert.Null(error.Status);
        Assert.Empty(transport.Sent);
    }
}
