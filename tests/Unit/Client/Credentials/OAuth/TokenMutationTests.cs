using System.Net;
using System.Text;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Json;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Credentials.OAuth;

/// <summary>Whatever the token service answers, a call ends with a value or with a typed error, and nothing else.</summary>
public sealed class TokenMutationTests
{
    private const int Bodies = 5_000;

    private const string Challenge =
        "OAuth realm=\"https://oauth-api.cerner.com\", oauth_problem=\"parameter_rejected\", oauth_parameters_rejected=\"oauth_nonce%26oauth_timestamp\"";

    [Theory]
    [InlineData(OAuthSignatureMethod.Plaintext)]
    [InlineData(OAuthSignatureMethod.HmacSha1)]
    public async Task A_broken_token_is_a_token_or_a_typed_error(OAuthSignatureMethod method)
    {
        var random = new Random(20261129);
        var whole = await TokenService.Issue(1).Content.ReadAsByteArrayAsync();
        int values = 0,
            errors = 0;

        await AskAsync(
            method,
            Bodies,
            () =>
                new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new ByteArrayContent(Mutation.OfForm(whole, random)),
                },
            error =>
            {
                if (error is null)
                    values++;
                else
                {
                    Assert.IsType<ContractViolationException>(error);
                    errors++;
                }
            }
        );

        Assert.Equal(Bodies, values + errors);
        Assert.InRange(values, Bodies / 20, Bodies * 19 / 20);
    }

    [Fact]
    public async Task A_broken_refusal_is_a_refusal()
    {
        var random = new Random(20261129);
        var problems = new HashSet<string?>();

        await AskAsync(
            OAuthSignatureMethod.Plaintext,
            Bodies,
            () =>
                TokenService.Refuse(
                    HttpStatusCode.BadRequest,
                    Encoding.Latin1.GetString(
                        Mutation.OfForm(Encoding.Latin1.GetBytes(Challenge), random)
                    )
                ),
            error =>
            {
                problems.Add(Assert.IsType<UnauthorizedException>(error).Problem?.Code);
                Assert.DoesNotContain(
                    TokenService.Secret,
                    error.ToString(),
                    StringComparison.Ordinal
                );
            }
        );

        Assert.Contains("parameter_rejected", problems);
        Assert.Contains(null, problems);
    }

    /// <summary>Calls with the key for the first time, again and again.</summary>
    private static async Task AskAsync(
        OAuthSignatureMethod method,
        int times,
        Func<HttpResponseMessage> answer,
        Action<HealtheIntentException?> ended
    )
    {
        using var platform = new Platform(answer);
        for (var i = 0; i < times; i++)
        {
            // A client of its own, which has no token yet.
            using var client = Wire.Client(
                platform,
                configure: options =>
                    options.Credential = new CredentialOptions
                    {
                        ConsumerKey = TokenService.Key,
                        ConsumerSecret = TokenService.Secret,
                        OAuth = { TokenAddress = TokenService.Address, SignatureMethod = method },
                    }
            );
            ended(await EndOfAsync(client));
        }
        Assert.Equal(times, platform.TokensAsked);
    }

    private static async Task<HealtheIntentException?> EndOfAsync(HealtheIntentClient client)
    {
        try
        {
            await client.Allergies().AllAsync();
            return null;
        }
        catch (HealtheIntentException error)
        {
            return error;
        }
    }

    /// <summary>The token service and the API, which remember nothing.</summary>
    private sealed class Platform(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        public int TokensAsked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (request.RequestUri != TokenService.Address)
                return Task.FromResult(Answer.Ok(TokenService.Empty));
            TokensAsked++;
            return Task.FromResult(answer());
        }
    }
}
