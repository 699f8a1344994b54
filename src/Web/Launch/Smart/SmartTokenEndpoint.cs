using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>Exchanges codes and refresh tokens, and ends tokens; proves the viewer as it is registered (RFC 6749, 7523, 7009).</summary>
internal sealed class SmartTokenEndpoint(
    SmartBackchannel backchannel,
    IOptions<SmartLaunchOptions> options,
    TimeProvider clock
)
{
    private const int LongestAnswer = 256 * 1024;
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly TimeSpan AssertionLife = TimeSpan.FromMinutes(4);
    private static readonly JsonWebTokenHandler Handler = new()
    {
        SetDefaultTimesOnTokenCreation = false,
    };

    /// <summary>The errors of RFC 6749; any other word of a server's is not repeated.</summary>
    private static readonly string[] KnownErrors =
    [
        "invalid_request",
        "invalid_client",
        "invalid_grant",
        "unauthorized_client",
        "unsupported_grant_type",
        "invalid_scope",
    ];

    /// <summary>Exchanges the code of a launch.</summary>
    /// <exception cref="SmartLaunchException">There is no answer.</exception>
    public Task<SmartTokenAnswer> RedeemAsync(
        PendingLaunch launch,
        SmartMetadata metadata,
        string code,
        CancellationToken cancellation
    ) =>
        AskAsync(
            launch.Issuer,
            metadata,
            new()
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = launch.RedirectUri,
                ["code_verifier"] = launch.Verifier,
            },
            cancellation
        );

    /// <summary>Exchanges a refresh token.</summary>
    /// <param name="issuer">Whose it is.</param>
    /// <param name="metadata">Where its server is.</param>
    /// <param name="refreshToken">The token.</param>
    /// <param name="inactive">How long ago the user last did something, where the EHR takes note (<c>active_at</c>).</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SmartLaunchException">There is no answer.</exception>
    public Task<SmartTokenAnswer> RefreshAsync(
        SmartIssuer issuer,
        SmartMetadata metadata,
        string refreshToken,
        TimeSpan? inactive,
        CancellationToken cancellation
    )
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = refreshToken,
        };
        if (inactive is { } time)
            form["active_at"] = ((long)time.TotalSeconds).ToString(
                System.Globalization.CultureInfo.InvariantCulture
            );
        return AskAsync(issuer, metadata, form, cancellation);
    }

    /// <summary>Ends a token, and with a refresh token all that it gave.</summary>
    /// <exception cref="SmartLaunchException">There is no answer.</exception>
    public Task RevokeAsync(
        SmartIssuer issuer,
        SmartMetadata metadata,
        Uri address,
        string token,
        CancellationToken cancellation
    ) => PostAsync(issuer, metadata, address, new() { ["token"] = token }, cancellation);

    private async Task<SmartTokenAnswer> AskAsync(
        SmartIssuer issuer,
        SmartMetadata metadata,
        Dictionary<string, string> form,
        CancellationToken cancellation
    )
    {
        var answer = await PostAsync(issuer, metadata, metadata.Token, form, cancellation);
        if (
            // RFC 6749 knows 400 and 401; servers refuse with 403 as well.
            answer.Status
                is HttpStatusCode.BadRequest
                    or HttpStatusCode.Unauthorized
                    or HttpStatusCode.Forbidden
            && answer.Body?.Text("error") is { } error
        )
            return new SmartTokenAnswer(
                null,
                KnownErrors.Contains(error) ? error : "another error"
            );
        return SmartTokens.Read(answer.Read("token endpoint")) is { } tokens
            ? new SmartTokenAnswer(tokens, null)
            : throw new SmartLaunchException(
                SmartRefusals.ServerUnavailable,
                "token endpoint: no bearer token"
            );
    }

    private Task<SmartAnswer> PostAsync(
        SmartIssuer issuer,
        SmartMetadata metadata,
        Uri address,
        Dictionary<string, string> form,
        CancellationToken cancellation
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address);
        if (issuer.ClientKey is { } key)
        {
            form["client_assertion_type"] = AssertionType;
            form["client_assertion"] = Assertion(issuer, key, metadata.Token);
        }
        else if (issuer.ClientSecret is { } secret)
            request.Headers.Authorization = new AuthenticationHeaderValue(
                "Basic",
                Convert.ToBase64String(
                    Encoding.ASCII.GetBytes(
                        $"{Uri.EscapeDataString(issuer.ClientId)}:{Uri.EscapeDataString(secret)}"
                    )
                )
            );
        else
            form["client_id"] = issuer.ClientId;
        request.Content = new FormUrlEncodedContent(form);
        return backchannel.SendAsync(
            issuer,
            request,
            LongestAnswer,
            options.Value.Timeout,
            cancellation
        );
    }

    private string Assertion(SmartIssuer issuer, SmartClientKey key, Uri audience)
    {
        var now = clock.GetUtcNow();
        return Handler.CreateToken(
            JsonSerializer.Serialize(
                new
                {
                    iss = issuer.ClientId,
                    sub = issuer.ClientId,
                    aud = audience.OriginalString,
                    jti = Secret.Next(),
                    iat = now.ToUnixTimeSeconds(),
                    exp = (now + AssertionLife).ToUnixTimeSeconds(),
                }
            ),
            key.Credentials
        );
    }
}

/// <summary>The answer of a token endpoint: tokens, or that it gives none; never both.</summary>
/// <param name="Tokens">The tokens.</param>
/// <param name="Error">The code of the refusal.</param>
internal sealed record SmartTokenAnswer(SmartTokens? Tokens, string? Error)
{
    /// <summary>Says no token (control 28).</summary>
    public override string ToString() => Error ?? "tokens";
}
