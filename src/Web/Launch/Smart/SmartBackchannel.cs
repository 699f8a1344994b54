using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>
/// The only way out to an EHR's server: to the configured hosts alone, with no redirect followed, and with a limit on
/// the time and the size of the answer.
/// </summary>
internal sealed class SmartBackchannel(IOptions<SmartLaunchOptions> options) : IDisposable
{
    private const int LongestAnswer = 1024 * 1024;

    // A handler of its own: no cookie, no redirect and no credential is shared with any other call (design rule 8).
    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // The framework's own spans carry the whole path, and with it the patient.
            ActivityHeadersPropagator = null,
        }
    )
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    };

    /// <summary>Reads a JSON document.</summary>
    /// <exception cref="SmartLaunchException">The address is not the EHR's, or there is no answer.</exception>
    public Task<SmartAnswer> GetAsync(
        SmartIssuer issuer,
        Uri address,
        string? accessToken,
        CancellationToken cancellation
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accessToken is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return SendAsync(issuer, request, LongestAnswer, options.Value.Timeout, cancellation);
    }

    /// <summary>Sends a request.</summary>
    /// <param name="issuer">Whose server it must be.</param>
    /// <param name="request">The request; it is disposed of.</param>
    /// <param name="longest">The longest body to read, in bytes.</param>
    /// <param name="timeout">How long the whole answer may take.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SmartLaunchException">The address is not the EHR's, or there is no answer.</exception>
    public async Task<SmartAnswer> SendAsync(
        SmartIssuer issuer,
        HttpRequestMessage request,
        int longest,
        TimeSpan timeout,
        CancellationToken cancellation
    )
    {
        using var _ = request;
        if (!issuer.Owns(request.RequestUri!))
            throw new SmartLaunchException(SmartRefusals.ServerUntrusted, "foreign host");
        request.Headers.Accept.ParseAdd("application/json");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            using var response = await _http.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                limit.Token
            );
            await response.Content.LoadIntoBufferAsync(longest, limit.Token);
            var body = await response.Content.ReadAsByteArrayAsync(limit.Token);
            return new SmartAnswer(response.StatusCode, Parse(body));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new SmartLaunchException(SmartRefusals.ServerUnavailable, "no answer in time");
        }
        catch (HttpRequestException)
        {
            throw new SmartLaunchException(SmartRefusals.ServerUnavailable, "no answer");
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What an EHR's server answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body where it is a JSON object, else null.</param>
internal sealed record SmartAnswer(HttpStatusCode Status, JsonElement? Body)
{
    /// <summary>The body of a good answer.</summary>
    /// <exception cref="SmartLaunchException">The answer is not a good one.</exception>
    public JsonElement Read(string what) =>
        Status == HttpStatusCode.OK && Body is { } body
            ? body
            : throw new SmartLaunchException(
                SmartRefusals.ServerUnavailable,
                $"{what}: status {(int)Status}"
            );
}
