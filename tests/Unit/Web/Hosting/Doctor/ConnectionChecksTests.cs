using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
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
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest(
            "CN=localhost",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = GreetAsync(listener, certificate);
        var checks = new ConnectionChecks(
            new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"),
            TimeProvider.System,
            TimeSpan.FromSeconds(5)
        );

        var found = await checks.RunAsync(CancellationToken.None);
        await serving;

        var told = Assert.Single(found, one => one.Check == "Certificate");
        Assert.Equal(Outcome.Fails, told.Outcome);
        Assert.Contains("valid until 2021-01-01", told.What, StringComparison.Ordinal);
        Assert.Equal(Menders.Network, told.Mender);
    }

    /// <summary>Shows the certificate twice: to the check of it, and to the question after.</summary>
    private static async Task GreetAsync(TcpListener listener, X509Certificate2 certificate)
    {
        for (var greeted = 0; greeted < 2; greeted++)
        {
            using var socket = await listener.AcceptTcpClientAsync();
            await using var tls = new SslStream(socket.GetStream());
            try
            {
                await tls.AuthenticateAsServerAsync(certificate);
            }
            catch (Exception refused) when (refused is IOException or AuthenticationException)
            {
                // The caller hangs up once it has seen the certificate.
            }
        }
    }

    private static ConnectionChecks Checks(string address) =>
        new(new Uri(address), TimeProvider.System, TimeSpan.FromSeconds(2));

    private static Outcome Of(IReadOnlyList<Finding> found, string check) =>
        Assert.Single(found, one => one.Check == check).Outcome;
}
