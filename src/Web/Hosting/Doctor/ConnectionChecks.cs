using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace HeiChartViewer.Web.Hosting.Doctor;

/// <summary>
/// Whether a host can be reached, straight or through the proxy that the client's own calls take: its name, its port, its
/// certificate, its clock, and that it is the platform.
/// </summary>
/// <param name="address">What is asked for at the host.</param>
/// <param name="time">This machine's clock.</param>
/// <param name="timeout">How long a step may take.</param>
/// <param name="proxies">Says which proxy a call takes, as it says to the client.</param>
/// <param name="tokenService">Whether the host issues tokens, which nothing tells from another.</param>
internal sealed class ConnectionChecks(
    Uri address,
    TimeProvider time,
    TimeSpan timeout,
    IWebProxy proxies,
    bool tokenService = false
)
{
    private readonly string _name = Of("Name resolution", tokenService);
    private readonly string _connection = Of("Connection", tokenService);
    private readonly string _certificate = Of("Certificate", tokenService);
    private readonly string _answer = tokenService ? Of("Answer", tokenService) : "Tenant";
    private readonly string _clock = Of("Clock", tokenService);
    private readonly Uri? _proxy = proxies.IsBypassed(address) ? null : proxies.GetProxy(address);

    /// <summary>Beyond this the platform may refuse a signed request or a token as out of its time.</summary>
    private static readonly TimeSpan GreatestClockDifference = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(14);

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation)
    {
        var name = await ResolveAsync(cancellation);
        if (name.Outcome is Outcome.Fails)
            return
            [
                name,
                .. Finding.NotTried(
                    "the name is not known",
                    _connection,
                    _certificate,
                    _answer,
                    _clock
                ),
            ];
        using var socket = new TcpClient();
        try
        {
            await LimitAsync(
                token => socket.ConnectAsync(Hop.Host, Hop.Port, token).AsTask(),
                cancellation
            );
        }
        catch (Exception error) when (error is SocketException or TimeoutException)
        {
            return
            [
                name,
                Finding.Fails(
                    _connection,
                    $"no connection to {WordsOf(Hop)}: {Words(error)}",
                    Menders.Network
                ),
                .. Finding.NotTried("there is no connection", _certificate, _answer, _clock),
            ];
        }
        var connection = Finding.Works(
            _connection,
            _proxy is null ? WordsOf(Hop) : $"through {WordsOf(Hop)}, as the environment says"
        );
        if (_proxy is null)
            return
            [
                name,
                connection,
                await CertificateAsync(socket, cancellation),
                .. await AskAsync(new SeenCertificate(), cancellation),
            ];
        // Beyond the proxy there is no connection of one's own to look at: the question shows the certificate.
        var seen = new SeenCertificate();
        var answer = await AskAsync(seen, cancellation);
        return [name, connection, CertificateOf(seen), .. answer];
    }

    /// <summary>Whether there is a connection, by what was found.</summary>
    public bool Reached(IReadOnlyList<Finding> found) =>
        found.Any(finding => finding.Check == _connection && finding.Outcome is Outcome.Works);

    private static string Of(string check, bool tokenService) =>
        tokenService ? $"{check} of the token service" : check;

    /// <summary>What is connected to first.</summary>
    private Uri Hop => _proxy ?? address;

    // An address of a proxy may hold a password: only its host and its port are told.
    private string WordsOf(Uri hop) =>
        _proxy is null ? $"port {hop.Port}" : $"the proxy {hop.Host}:{hop.Port}";

    private async Task<Finding> ResolveAsync(CancellationToken cancellation)
    {
        try
        {
            await LimitAsync(token => Dns.GetHostAddressesAsync(Hop.Host, token), cancellation);
            return Finding.Works(
                _name,
                _proxy is null ? Hop.Host : $"{Hop.Host}, the proxy, which resolves {address.Host}"
            );
        }
        catch (Exception error) when (error is SocketException or TimeoutException)
        {
            return Finding.Fails(
                _name,
                $"{(_proxy is null ? "" : "the proxy ")}{Hop.Host} has no address: {Words(error)}",
                $"{Menders.Key(KeyOfHop)}, else {Menders.Network}"
            );
        }
    }

    private string KeyOfHop =>
        _proxy is not null ? "the proxy in the environment"
        : tokenService ? "HealtheIntent:Credential:OAuth:TokenAddress"
        : "HealtheIntent:Tenant and HealtheIntent:Region";

    private async Task<Finding> CertificateAsync(TcpClient socket, CancellationToken cancellation)
    {
        var seen = new SeenCertificate();
        if (address.Scheme == Uri.UriSchemeHttp)
            return CertificateOf(seen);
        await using var tls = new SslStream(
            socket.GetStream(),
            leaveInnerStreamOpen: true,
            seen.Accept
        );
        try
        {
            await LimitAsync(
                token =>
                    tls.AuthenticateAsClientAsync(
                        new SslClientAuthenticationOptions { TargetHost = address.Host },
                        token
                    ),
                cancellation
            );
            return CertificateOf(seen);
        }
        catch (Exception error)
            when (error is AuthenticationException or IOException or TimeoutException)
        {
            return seen.Problem is null or SslPolicyErrors.None
                ? Finding.Fails(_certificate, $"no TLS: {Words(error)}", Menders.Network)
                : CertificateOf(seen);
        }
    }

    private Finding CertificateOf(SeenCertificate seen)
    {
        if (address.Scheme == Uri.UriSchemeHttp)
            return Finding.Works(_certificate, "none: plain http, which stays on this machine");
        var until = seen.Expires is { } last ? $", valid until {Day(last)}" : "";
        return seen.Problem switch
        {
            null => Finding.Unknown(_certificate, "not tried: none was shown"),
            not SslPolicyErrors.None => Finding.Fails(
                _certificate,
                $"not trusted ({seen.Problem}){until}",
                Menders.Network
            ),
            _ when seen.Expires is { } end && end - time.GetUtcNow() < RenewBefore => Finding.Fails(
                _certificate,
                $"expires on {Day(end)}",
                Menders.Network
            ),
            _ => Finding.Works(_certificate, $"trusted{until}"),
        };
    }

    /// <summary>Asks without a credential: any answer of the platform's own will do.</summary>
    private async Task<IReadOnlyList<Finding>> AskAsync(
        SeenCertificate seen,
        CancellationToken cancellation
    )
    {
        using var http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                Proxy = proxies,
                SslOptions = { RemoteCertificateValidationCallback = seen.Accept },
            }
        );
        try
        {
            using var answer = await LimitAsync(
                token => http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, token),
                cancellation
            );
            return
            [
                tokenService || answer.Headers.Contains("cerner-correlation-id")
                    ? Finding.Works(_answer, $"answers as {address.Host}")
                    : Finding.Fails(
                        _answer,
                        $"something answers with status {(int)answer.StatusCode}, but not the platform: there is no correlation ID",
                        Menders.Network
                    ),
                ClockOf(answer.Headers.Date),
            ];
        }
        catch (Exception error) when (error is HttpRequestException or TimeoutException)
        {
            return
            [
                Finding.Fails(_answer, $"no answer: {Words(error)}", Menders.Network),
                .. Finding.NotTried("there is no answer", _clock),
            ];
        }
    }

    private Finding ClockOf(DateTimeOffset? theirs)
    {
        if (theirs is not { } date)
            return Finding.Unknown(_clock, "the answer has no date");
        var difference = (time.GetUtcNow() - date).Duration();
        var words = string.Create(
            CultureInfo.InvariantCulture,
            $"{difference.TotalSeconds:0} s from the platform's"
        );
        return difference > GreatestClockDifference
            ? Finding.Fails(_clock, words, Menders.Clock)
            : Finding.Works(_clock, words);
    }

    private Task LimitAsync(Func<CancellationToken, Task> work, CancellationToken cancellation) =>
        LimitAsync(
            async token =>
            {
                await work(token);
                return true;
            },
            cancellation
        );

    private async Task<T> LimitAsync<T>(
        Func<CancellationToken, Task<T>> work,
        CancellationToken cancellation
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            return await work(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    private static string Words(Exception error) =>
        error switch
        {
            SocketException socket => socket.SocketErrorCode.ToString(),
            TimeoutException => "it took too long",
            HttpRequestException request => request.HttpRequestError.ToString(),
            _ => error.GetType().Name,
        };

    private static string Day(DateTimeOffset moment) =>
        moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
