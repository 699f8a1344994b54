using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Storage;
using Microsoft.Extensions.Configuration;

namespace HeiChartViewer.Tests.Unit.Web.Hosting;

public sealed class AuditPlaceTests
{
    [Fact]
    public void A_server_is_taken_instead_of_a_file_and_named_without_its_secret()
    {
        var store = Place(
            "Host=db.example.org;Database=audit;Username=viewer;Password=sesame;SSL Mode=VerifyFull"
        );

        Assert.IsType<PostgresStore>(store);
        Assert.Equal("db.example.org, database audit", store.Place);
    }

    [Theory]
    [InlineData("Host=/var/run/postgresql;Database=audit")]
    [InlineData("Host=localhost;Database=audit")]
    [InlineData("Host=::1;Database=audit")]
    public void On_this_machine_a_server_needs_no_encryption(string server) =>
        Assert.IsType<PostgresStore>(Place(server));

    [Theory]
    [InlineData("Host=db.example.org;Database=audit")]
    [InlineData("Host=db.example.org;Database=audit;SSL Mode=Require")]
    [InlineData("Host=db.example.org,localhost;Database=audit")]
    [InlineData("Database=audit")]
    [InlineData("Host=localhost")]
    [InlineData("Hostess=localhost")]
    [InlineData("not a connection")]
    public void A_server_that_is_not_proven_or_not_named_stops_the_start_and_no_secret_is_told(
        string server
    )
    {
        var stopped = Assert.Throws<ConfigurationException>(() =>
            Place(server + ";Password=sesame")
        );

        Assert.StartsWith("Viewer:AuditServer", Assert.Single(stopped.Messages), default);
        Assert.DoesNotContain("sesame", stopped.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_log_is_in_one_place() =>
        Assert.Throws<ConfigurationException>(() =>
            Place("Host=localhost;Database=audit", "audit.db")
        );

    private static ViewerStore Place(string server, string? file = null) =>
        AuditPlace
            .Of(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        new Dictionary<string, string?>
                        {
                            ["Viewer:AuditServer"] = server,
                            ["Viewer:AuditDatabase"] = file,
                        }
                    )
                    .Build(),
                new ViewerMode(null)
            )
            .Store;
}
