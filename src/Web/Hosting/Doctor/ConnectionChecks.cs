using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace HeiChartViewer.Web.Hosting.Doctor;

/// <summary>Whether a host can be reached: its name, its port, its certificate, its clock, and that it is the platform.</summary>
/// <param name="address">What is asked for at the host.</param>
/// <param name="time">This machine's clock.</param>
/// <param name="timeout">How long a step may take.</param>
/// <param name="tokenService">Whether the host issues tokens, which nothing tells from another.</param>
internal sealed class ConnectionChecks(
    Uri address,
    TimeProvider time,
    TimeSpan timeout,
    bool tokenService = false
)
{
    private readonly string _name = Of("Name resolution", tokenService);
    private readonly string _connection = Of("Connection", tokenService);
    private readonly string _certificate = Of("Certificate", tokenService);
    private readonly string _answer = tokenService ? Of("Answer", tokenService) : "Tenant";
    private readonly string _clock = Of("Clock", tokenService);

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
                token => socket.ConnectAsync(address.Host, address.Port, token).AsTask(),
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
                    $"no connection to port {address.Port}: {Words(error)}",
                    Menders.Network
                ),
                .. Finding.NotTried("there is no connection", _certificate, _answer, _clock),
            ];
        }
        return
        [
            name,
            Finding.Works(_connection, $"port {address.Port}"),
            await CertificateAsync(socket, cancellation),
            .. await AskAsync(cancellation),
        ];
    }

    /// <summary>Whether there is a connection, by what was found.</summary>
    public bool Reached(IReadOnlyList<Finding> found) =>
        found.Any(finding => finding.Check == _connection && finding.Outcome is Outcome.Works);

    private static string Of(string check, bool tokenService) =>
        tokenService ? $"{check} of the token service" : check;

    private async Task<Finding> ResolveAsync(CancellationToken cancellation)
    {
        try
        {
            await LimitAsync(token => Dns.GetHostAddressesAsync(address.Host, token), cancellation);
            return Finding.Works(_name, address.Host);
        }
        catch (Exception error) when (error is SocketException or TimeoutException)
        {
            return Finding.Fails(
                _name,
                $"{address.Host} has no address: {Words(error)}",
                $"{Menders.Key(tokenService ? "HealtheIntent:Credential:OAuth:TokenAddress" : "HealtheIntent:Tenant and HealtheIntent:Region")}, else {Menders.Network}"
            );
        }
    }

    private async Task<Finding> CertificateAsync(TcpClient socket, CancellationToken cancellation)
    {
        if (address.Scheme == Uri.UriSchemeHttp)
            return Finding.Works(_certificate, "none: plain http, which stays on this machine");
        var (problem, expires) = (SslPolicyErrors.None, default(DateTimeOffset));
        await using var tls = new SslStream(
            socket.GetStream(),
            leaveInnerStreamOpen: true,
            (_, certificate, _, errors) =>
            {
                problem = errors;
                if (certificate is X509Certificate2 received)
                    expires = new DateTimeOffset(
                        received.NotAfter.ToUniversalTime(),
                        TimeSpan.Zero
                    );
                return errors is SslPolicyErrors.None;
            }
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
        }
        catch (Exception error)
            when (error is AuthenticationException or IOException or TimeoutException)
        {
            var what =
                problem is SslPolicyErrors.None
                    ? $"no TLS: {Words(error)}"
                    : $"not trusted ({problem}){(expires == default ? "" : $", valid until {Day(expires)}")}";
            return Finding.Fails(_certificate, what, Menders.Network);
        }
        return expires - time.GetUtcNow() < RenewBefore
            ? Finding.Fails(_certificate, $"expires on {Day(expires)}", Menders.Network)
            : Finding.Works(_certificate, $"trusted, valid until {Day(expires)}");
    }

    /// <summary>Asks without a credential: any answer of the platform's own will do.</summary>
    private async Task<IReadOnlyList<Finding>> AskAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
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
