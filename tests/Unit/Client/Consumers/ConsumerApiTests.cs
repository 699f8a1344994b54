using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Json;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Consumers;

public sealed class ConsumerApiTests
{
    [Fact]
    public Task Consumers_are_listed_where_the_contract_says() =>
        ReadCall.AssertListAsync(
            $"{Wire.Host}/consumer/v1/consumers?sourceId=1%262&dataPartitionId={Wire.Partition}",
            (client, query) =>
                client.Consumers.ListAsync(new SourceIdentifier(Wire.Partition, "1&2"), query)
        );

    [Theory]
    [InlineData("", "1")]
    [InlineData("p", " ")]
    public async Task A_blank_source_is_refused_before_anything_is_sent(string partition, string id)
    {
        var transport = StubTransport.Ok("{}");
        using var client = Wire.Client(transport);

        await Assert.ThrowsAsync<ArgumentException>(() =>
            client.Consumers.ListAsync(new SourceIdentifier(partition, id)).AllAsync()
        );
        Assert.Empty(transport.Sent);
    }

    [Fact]
    public async Task A_consumer_names_the_patient_of_each_population()
    {
        using var client = Wire.Client(
            StubTransport.Ok($$"""{"items":[{{Samples.All["consumer"]}}]}""")
        );

        var page = Assert.Single(
            await client.Consumers.ListAsync(new SourceIdentifier("p", "1")).AllAsync()
        );

        var patient = Assert.Single(Assert.Single(page.Items).Patients);
        Assert.Equal(("pt", "pop"), (patient.Id, patient.Population?.Id));
    }
}
