using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace HeiChartViewer.Tests.Unit.Client.Transport;

public sealed class RequestLogHandlerTests
{
    /// <summary>ASVS 16.3.4: that a server does not prove whom it is gets a line of its own kind, without the patient.</summary>
    [Fact]
    public async Task A_server_whose_certificate_nobody_vouches_for_gets_no_request_and_is_logged_as_that()
    {
        var asked = 0;
        using var certificate = SelfSigned();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate))
        );
        await using var server = builder.Build();
        server.Run(context =>
        {
            asked++;
            return Task.CompletedTask;
        });
        await server.StartAsync();
        using var logger = new ListLogger();
        using var logging = LoggerFactory.Create(to => to.AddProvider(logger));
        using var transport = new SocketsHttpHandler();
        using var client = Wire.Client(
            transport,
            configure: options =>
                options.BaseAddress = new Uri(
                    server.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)
                ),
            logging: logging
        );

        await Assert.ThrowsAsync<UnavailableException>(() => client.Allergies().AllAsync());

        Assert.Equal(0, asked);
        var lines = logger
            .Lines.Where(line =>
                line.Line.Contains(
                    $"failed with HttpRequestException ({HttpRequestError.SecureConnectionError})",
                    StringComparison.Ordinal
                )
            )
            .ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(LogLevel.Warning, line.Level));
        Assert.All(
            logger.Lines,
            line => Assert.DoesNotContain(Wire.Patient, line.Line, StringComparison.Ordinal)
        );
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=localhost",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
