using System.Globalization;
using System.Net;
using System.Text;
using HealtheIntent.Client;
using HealtheIntent.Client.Credentials.OAuth;
using HeiChartViewer.Tests.Unit.Client.Support;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Tests.Unit.Client.Credentials.OAuth;

/// <summary>The vendor's token service and its API behind one transport.</summary>
internal sealed class TokenService
{
    public const string Key = "3a5f8c1e-0000-4000-8000-000000000001";
    public const string Secret = "consumer&secret/1";
    public const string Empty = """{"items":[]}""";

    private int _issued;

    public TokenService() =>
        Transport = new StubTransport(
            (request, _, cancellationToken) =>
                IsTokenRequest(request)
                    ? OnToken(request, Interlocked.Increment(ref _issued), cancellationToken)
                    : Task.FromResult(OnCall(request))
        );

    public static Uri Address => OAuthEnvironment.Production.TokenAddress;

    public StubTransport Transport { get; }

    public SkippingTimeProvider Time { get; } = new();

    public Func<
        SentRequest,
        int,
        CancellationToken,
        Task<HttpResponseMessage>
    > OnToken { get; set; } = (_, number, _) => Task.FromResult(Issue(number));

    public Func<SentRequest, HttpResponseMessage> OnCall { get; set; } = _ => Answer.Ok(Empty);

    public IReadOnlyList<SentRequest> TokenRequests => [.. Transport.Sent.Where(IsTokenRequest)];

    public IReadOnlyList<SentRequest> Calls =>
        [.. Transport.Sent.Where(request => !IsTokenRequest(request))];

    /// <summary>A token as the contract prints it. Nobody says what its content type is.</summary>
    public static HttpResponseMessage Issue(int number, int authorization = 86400) =>
        new(HttpStatusCode.OK)
        {
            Content = new ByteArrayContent(
                Encoding.ASCII.GetBytes(
                    FormattableString.Invariant(
                        $"oauth_token=ConsumerKey%3Dk%26ExpiresOn%3D{number}&oauth_token_secret=token%2Fsecret{number}&oauth_session_handle=handle{number}&oauth_expires_in=3600&oauth_authorization_expires_in={authorization}"
                    )
                )
            ),
        };

    public static HttpResponseMessage Refuse(HttpStatusCode status, string challenge)
    {
        var response = Answer.With(status, "refused: " + Secret);
        response.Headers.TryAddWithoutValidation("WWW-Authenticate", challenge);
        return response;
    }

    /// <summary>Which of the tokens a call was signed with.</summary>
    public static int TokenOf(SentRequest call) =>
        int.Parse(
            Uri.UnescapeDataString(Uri.UnescapeDataString(Parameter(call, "oauth_token")))
                .Split('=')[^1],
            CultureInfo.InvariantCulture
        );

    /// <summary>A parameter of a call's header, still encoded.</summary>
    public static string Parameter(SentRequest call, string name) =>
        call.Headers["Authorization"]
            .Split(',')
            .Single(part => part.Contains(name + "=", StringComparison.Ordinal))
            .Split('"')[1];

    public static Dictionary<string, string> Form(SentRequest request) =>
        OAuthParameter.FieldsOfForm(request.Body!);

    public HealtheIntentClient Client(
        Action<HealtheIntentOptions>? configure = null,
        ILoggerFactory? logging = null
    ) =>
        Wire.Client(
            Transport,
            Time,
            options =>
            {
                options.Credential = new CredentialOptions
                {
                    ConsumerKey = Key,
                    ConsumerSecret = Secret,
                    OAuth = { TokenAddress = Address },
                };
                configure?.Invoke(options);
            },
            logging
        );

    private static bool IsTokenRequest(SentRequest request) => request.Address == Address;
}
