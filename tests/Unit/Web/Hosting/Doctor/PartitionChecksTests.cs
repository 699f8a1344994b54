using System.Net;
using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Hosting.Doctor;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Tests.Unit.Web.Hosting.Doctor;

public sealed class PartitionChecksTests
{
    private const string Nobody = """{"items":[]}""";

    [Fact]
    public async Task A_partition_is_told_by_the_tenants_own_name()
    {
        var found = await RunAsync(
            HttpStatusCode.OK,
            $$"""{"items":[{"id":"{{Wire.Partition.ToUpperInvariant()}}","name":"Brigid North"}]}"""
        );

        Assert.Equal(("Data partition North", Outcome.Works), (found.Check, found.Outcome));
        Assert.Equal("the tenant calls it Brigid North", found.What);
    }

    [Fact]
    public async Task A_partition_that_the_tenant_does_not_list_is_the_configurations_fault()
    {
        var found = await RunAsync(HttpStatusCode.OK, """{"items":[{"id":"other"}]}""");

        Assert.Equal(Outcome.Fails, found.Outcome);
        Assert.Equal("you: Viewer:DataPartitions:0:Id", found.Mender);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task Without_the_tenants_list_a_lookup_of_nobody_says_what_it_can(
        HttpStatusCode status
    )
    {
        var found = await RunAsync(status, "{}");

        Assert.Equal(Outcome.Works, found.Outcome);
        Assert.Contains("only a real person proves the ID", found.What, StringComparison.Ordinal);
    }

    private static async Task<Finding> RunAsync(HttpStatusCode status, string list)
    {
        using var client = Wire.Client(
            new StubTransport(
                (sent, _) =>
                    sent.Address.AbsolutePath.EndsWith("/data-partitions", StringComparison.Ordinal)
                        ? Answer.With(status, list)
                        : Answer.Ok(Nobody)
            )
        );
        var partition = new DataPartitionOptions { Id = Wire.Partition, Name = "North" };
        return Assert.Single(
            await new PartitionChecks(client, Wire.Population, [partition]).RunAsync(
                CancellationToken.None
            )
        );
    }
}
