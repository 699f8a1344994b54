using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Web.Hosting.Doctor;

namespace HeiChartViewer.Tests.Unit.Web.Hosting.Doctor;

public sealed class ConnectionChecksTests
{
    [Fact]
    public async Task A_server_that_never_answers_does_not_hold_the_doctor_up()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var checks = Checks($"https://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/");

        var found = await checks.RunAsync(CancellationToken.None);

        Assert.Equal(Outcome.Works, Of(found, "Connection"));
        Assert.Equal(Outcome.Fails, Of(found, "Certificate"));
        Assert.Equal(Outcome.Fails, Of(found, "Tenant"));
        Assert.Equal(Outcome.Unknown, Of(found, "Clock"));
    }

    [Fact]
    public async Task A_name_without_an_address_is_the_only_failure_told()
    {
        var found = await Checks("https://nobody.invalid/").RunAsync(CancellationToken.None);

        Assert.Equal(
            "Name resolution",
            Assert.Single(found, one => one.Outcome is Outcome.Fails).Check
        );
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_told_with_its_last_day()
    {
        using var certificate = Expired();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = GreetAsync(listener, certificate);
        var checks = new ConnectionChecks(
            new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"),
            TimeProvider.System,
            TimeSpan.FromSeconds(5),
            new OneProxy(null)
        );

        var found = await checks.RunAsync(CancellationToken.None);
        await serving;

        var told = Assert.Single(found, one => one.Check == "Certificate");
        Assert.Equal(Outcome.Fails, told.Outcome);
        Assert.Contains("valid until 2021-01-01", told.What, StringComparison.Ordinal);
        Assert.Equal(Menders.Network, told.Mender);
    }

    [Fact]
    public async Task Behind_a_proxy_the_proxy_is_connected_to_and_the_tenants_name_is_left_to_it()
    {
        await using var proxy = await LocalServer.StartAsync(context =>
        {
            context.Response.Headers["cerner-correlation-id"] = Answer.CorrelationId;
            return Task.CompletedTask;
        });
        var address = new UriBuilder(proxy.Address) { UserName = "u", Password = "secret" }.Uri;

        var found = await Checks("http://tenant.invalid/", address).RunAsync(default);

        Assert.All(found, one => Assert.Equal(Outcome.Works, one.Outcome));
        Assert.Contains(
            $"through the proxy 127.0.0.1:{proxy.Address.Port}",
            Told(found, "Connection").What,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "tenant.invalid",
            Told(found, "Name resolution").What,
            StringComparison.Ordinal
        );
        Assert.All(
            found,
            one => Assert.DoesNotContain("secret", one.What, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_proxy_that_is_not_there_is_the_only_failure_told()
    {
        Uri gone;
        await using (var server = await LocalServer.StartAsync(_ => Task.CompletedTask))
            gone = server.Address;

        var found = await Checks("https://tenant.invalid/", gone).RunAsync(default);

        var failure = Assert.Single(found, one => one.Outcome is Outcome.Fails);
        Assert.Equal("Connection", failure.Check);
        Assert.Contains("the proxy 127.0.0.1", failure.What, StringComparison.Ordinal);
        Assert.Equal(Menders.Network, failure.Mender);
    }

    [Fact]
    public async Task A_proxy_that_lets_nothing_through_is_told()
    {
        await using var proxy = await LocalServer.StartAsync(context =>
        {
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        });

        var found = await Checks("https://tenant.invalid/", proxy.Address).RunAsync(default);

        Assert.Equal(Outcome.Works, Of(found, "Connection"));
        Assert.Equal(Outcome.Unknown, Of(found, "Certificate"));
        Assert.Equal(Outcome.Fails, Of(found, "Tenant"));
        Assert.Equal(Menders.Network, Told(found, "Tenant").Mender);
    }

    [Fact]
    public async Task Through_a_proxy_the_certificate_is_the_one_that_the_tenant_shows()
    {
        using var certificate = Expired();
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var serving = TunnelAsync(proxy, certificate);

        var found = await Checks(
                "https://tenant.invalid/",
                new Uri($"http://{proxy.LocalEndpoint}/")
            )
            .RunAsync(default);
        await serving;

        var told = Told(found, "Certificate");
        Assert.Equal(Outcome.Fails, told.Outcome);
        Assert.Contains("valid until 2021-01-01", told.What, StringComparison.Ordinal);
        Assert.Equal(Outcome.Fails, Of(found, "Tenant"));
    }

    /// <summary>Answers the look at the port, and then opens a tunnel at whose end the certificate is shown.</summary>
    private static async Task TunnelAsync(TcpListener proxy, X509Certificate2 certificate)
    {
        using var look = await proxy.AcceptTcpClientAsync();
        using var socket = await proxy.AcceptTcpClientAsync();
        var stream = socket.GetStream();
        var request = new byte[4096];
        var length = await stream.ReadAtLeastAsync(request, 1);
        Assert.StartsWith(
            "CONNECT tenant.invalid:443 ",
            System.Text.Encoding.ASCII.GetString(request, 0, length),
            StringComparison.Ordinal
        );
        await stream.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray());
        await GreetAsync(stream, certificate);
    }

    /// <summary>Shows the certificate twice: to the check of it, and to the question after.</summary>
    private static async Task GreetAsync(TcpListener listener, X509Certificate2 certificate)
    {
        for (var greeted = 0; greeted < 2; greeted++)
        {
            using var socket = await listener.AcceptTcpClientAsync();
            await GreetAsync(socket.GetStream(), certificate);
        }
    }

    private static async Task GreetAsync(Stream stream, X509Certificate2 certificate)
    {
        await using var tls = new SslStream(stream);
        try
        {
            await tls.AuthenticateAsServerAsync(certificate);
        }
        catch (Exception refused) when (refused is IOException or AuthenticationException)
        {
            // The caller hangs up once it has seen the certificate.
        }
    }

    private static X509Certificate2 Expired()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest(
            "CN=localhost",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
    }

    private static ConnectionChecks Checks(string address, Uri? proxy = null) =>
        new(new Uri(address), TimeProvider.System, TimeSpan.FromSeconds(2), new OneProxy(proxy));

    private static Outcome Of(IReadOnlyList<Finding> found, string check) =>
        Told(found, check).Outcome;

    private static Finding Told(IReadOnlyList<Finding> found, string check) =>
        Assert.Single(found, one => one.Check == check);
}
