using System.Net;
using System.Net.Sockets;
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

    private static ConnectionChecks Checks(string address) =>
        new(new Uri(address), TimeProvider.System, TimeSpan.FromMilliseconds(300));

    private static Outcome Of(IReadOnlyList<Finding> found, string check) =>
        Assert.Single(found, one => one.Check == check).Outcome;
}
