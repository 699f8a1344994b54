using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace HeiChartViewer.Web.Hosting.Doctor;

/// <summary>Whether the host can be reached: its name, its port, its certificate, its clock, and that it is the platform.</summary>
internal sealed class ConnectionChecks(Uri api, TimeProvider time, TimeSpan timeout)
{
    private const string Name = "Name resolution";
    public const string Connection = "Connection";
    private const string Certificate = "Certificate";
    private const string Tenant = "Tenant";
    private const string Clock = "Clock";

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
                    Connection,
                    Certificate,
                    Tenant,
                    Clock
                ),
            ];
        using var socket = new TcpClient();
        try
        {
            await LimitAsync(
                token => socket.ConnectAsync(api.Host, api.Port, token).AsTask(),
                cancellation
            );
        }
        catch (Exception error) when (error is SocketException or TimeoutException)
        {
            return
            [
                name,
                Finding.Fails(
                    Connection,
                    $"no connection to port {api.Port}: {Words(error)}",
                    Menders.Network
                ),
                .. Finding.NotTried("there is no connection", Certificate, Tenant, Clock),
            ];
        }
        return
        [
            name,
            Finding.Works(Connection, $"port {api.Port}"),
            await CertificateAsync(socket, cancellation),
            .. await AskAsync(cancellation),
        ];
    }

    private async Task<Finding> ResolveAsync(CancellationToken cancellation)
    {
        try
        {
            await LimitAsync(token => Dns.GetHostAddressesAsync(api.Host, token), cancellation);
            return Finding.Works(Name, api.Host);
        }
        catch (Exception error) when (error is SocketException or TimeoutException)
        {
            return Finding.Fails(
                Name,
                $"{api.Host} has no address: {Words(error)}",
                $"{Menders.Key("HealtheIntent:Tenant and HealtheIntent:Region")}, else {Menders.Network}"
            );
        }
    }

    private async Task<Finding> CertificateAsync(TcpClient socket, CancellationToken cancellation)
    {
        if (api.Scheme == Uri.UriSchemeHttp)
            return Finding.Works(Certificate, "none: plain http, which stays on this machine");
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
                        new SslClientAuthenticationOptions { TargetHost = api.Host },
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
            return Finding.Fails(Certificate, what, Menders.Network);
        }
        return expires - time.GetUtcNow() < RenewBefore
            ? Finding.Fails(Certificate, $"expires on {Day(expires)}", Menders.Network)
            : Finding.Works(Certificate, $"trusted, valid until {Day(expires)}");
    }

    /// <summary>Asks without a credential: any answer of the platform's own will do.</summary>
    private async Task<IReadOnlyList<Finding>> AskAsync(CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        try
        {
            using var answer = await LimitAsync(
                token => http.GetAsync(api, HttpCompletionOption.ResponseHeadersRead, token),
                cancellation
            );
            return
            [
                answer.Headers.Contains("cerner-correlation-id")
                    ? Finding.Works(Tenant, $"answers as {api.Host}")
                    : Finding.Fails(
                        Tenant,
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
                Finding.Fails(Tenant, $"no answer: {Words(error)}", Menders.Network),
                .. Finding.NotTried("there is no answer", Clock),
            ];
        }
    }

    private Finding ClockOf(DateTimeOffset? theirs)
    {
        if (theirs is not { } date)
            return Finding.Unknown(Clock, "the answer has no date");
        var difference = (time.GetUtcNow() - date).Duration();
        var words = string.Create(
            CultureInfo.InvariantCulture,
            $"{difference.TotalSeconds:0} s from the platform's"
        );
        return difference > GreatestClockDifference
            ? Finding.Fails(Clock, words, Menders.Clock)
            : Finding.Works(Clock, words);
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
