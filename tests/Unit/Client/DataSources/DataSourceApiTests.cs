using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.DataSources;

public sealed class DataSourceApiTests
{
    [Fact]
    public Task Data_sources_are_listed_where_the_contract_says() =>
        ReadCall.AssertListAsync(
            $"{Wire.Host}/data-source/v1/data-sources",
            (client, query) => client.DataSources.ListAsync(query)
        );

    [Fact]
    public Task Data_partitions_are_listed_where_the_contract_says() =>
        ReadCall.AssertListAsync(
            $"{Wire.Host}/data-source/v1/data-partitions",
            (client, query) => client.DataSources.ListPartitionsAsync(query)
        );

    [Fact]
    public Task A_data_partition_is_got_where_the_contract_says() =>
        ReadCall.AssertGetAsync(
            $"{Wire.Host}/data-source/v1/data-partitions/a%2Fb",
            client => client.DataSources.GetPartitionAsync("a/b")
        );

    [Fact]
    public async Task An_id_that_could_change_the_path_is_refused()
    {
        await ReadCall.AssertRefusedAsync((client, id) => client.DataSources.GetPartitionAsync(id));
    }

    [Fact]
    public async Task A_data_partition_has_a_name_for_people()
    {
        using var client = Wire.Client(
            StubTransport.Ok($$"""{"id":"{{Wire.Partition}}","name":"Example Hospital"}""")
        );

        var partition = await client.DataSources.GetPartitionAsync(Wire.Partition);

        Assert.Equal((Wire.Partition, "Example Hospital"), (partition.Id, partition.Name));
    }
}
