using System.Net;
using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Tenant;

public sealed class PatientIdLookupTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private const string Path =
        $"/patient/v1/populations/{SandboxHost.Population}/patient-id-lookup";

    [Fact]
    public async Task A_local_id_finds_its_patient()
    {
        var items = await LookUpAsync("sourcePersonId=151579");

        var item = Assert.Single(items);
        Assert.Equal("151579", item.Text("sourcePersonId"));
        Assert.Equal(SandboxHost.Analisa, item.GetProperty("patient").Text("id"));
    }

    [Fact]
    public async Task Every_source_of_a_person_finds_the_same_patient()
    {
        foreach (var record in await host.AllAsync(SandboxHost.Analisa, "patient", "demographics"))
        {
            var source = record.GetProperty("sourceIdentifier");
            var answer = await host.GetAsync(
                $"{Path}?dataPartitionId={source.Text("dataPartitionId")}&sourcePersonId={source.Text("id")}"
            );
            Assert.Equal(
                SandboxHost.Analisa,
                Assert
                    .Single(answer.GetProperty("items").EnumerateArray())
                    .GetProperty("patient")
                    .Text("id")
            );
        }
    }

    [Theory]
    [InlineData("sourcePersonId=998877")]
    [InlineData("sourcePersonId=151579.00")]
    [InlineData("sourcePersonId=4481207731")]
    public async Task An_id_nobody_has_is_an_empty_list(string query) =>
        Assert.Empty(await LookUpAsync(query));

    [Fact]
    public async Task The_same_number_in_another_partition_is_somebody_else()
    {
        var answer = await host.GetAsync(
            $"{Path}?dataPartitionId=5f0c2f0e-8a53-4b3c-9f0a-6f2f4f1d7c21&sourcePersonId=151579"
        );
        Assert.Equal(0, answer.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("sourcePersonId=151579&sourcePersonId=660123&sourcePersonId=998877")]
    [InlineData("sourcePersonId=151579,660123,998877")]
    public async Task Several_ids_are_answered_together_and_a_shared_one_twice(string query)
    {
        var items = await LookUpAsync(query);
        Assert.Equal(
            ["151579", "660123", "660123"],
            items.Select(item => item.Text("sourcePersonId")!)
        );
        Assert.Equal(
            3,
            items.Select(item => item.GetProperty("patient").Text("id")).Distinct().Count()
        );
    }

    [Theory]
    [InlineData("sourcePersonId=151579", "dataPartitionId")]
    [InlineData("dataPartitionId=877307a0-b5f5-4a01-9d4b-9fead6bcf788", "sourcePersonId")]
    [InlineData(
        "dataPartitionId=877307a0-b5f5-4a01-9d4b-9fead6bcf788&sourcePersonId=%20",
        "sourcePersonId"
    )]
    [InlineData("dataPartitionId=&sourcePersonId=1", "dataPartitionId")]
    [InlineData("dataPartitionId=a&dataPartitionId=b&sourcePersonId=1", "dataPartitionId")]
    public async Task A_missing_or_blank_parameter_is_a_400_that_names_it(
        string query,
        string location
    )
    {
        using var answer = await host.Client.GetAsync($"{Path}?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = await SandboxHost.ReadAsync(answer);
        Assert.Equal(location, error.GetProperty("errorDetails")[0].Text("location"));
    }

    [Fact]
    public async Task More_than_a_hundred_ids_are_too_many()
    {
        Assert.Empty(
            await LookUpAsync($"sourcePersonId={string.Join(',', Enumerable.Range(1, 100))}")
        );
        using var answer = await host.Client.GetAsync(
            $"{Path}?dataPartitionId={SandboxHost.StBrigid}&sourcePersonId={string.Join(',', Enumerable.Range(1, 101))}"
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<JsonElement[]> LookUpAsync(string query) =>
        [
            .. (await host.GetAsync($"{Path}?dataPartitionId={SandboxHost.StBrigid}&{query}"))
                .GetProperty("items")
                .EnumerateArray(),
        ];
}
