using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Hccs;

public sealed class HccApiTests
{
    [Fact]
    public Task Persistent_categories_are_listed_where_the_contract_says() =>
        ReadCall.AssertListAsync(
            $"{Wire.Host}/hcc/v1/pipelines/a%2Fb/patients/p/persistent-hccs",
            (client, query) => client.Hccs.ListPersistentAsync("a/b", "p", query)
        );

    [Fact]
    public async Task An_id_that_could_change_the_path_is_refused()
    {
        await ReadCall.AssertRefusedAsync(
            (client, id) => client.Hccs.ListPersistentAsync(id, "p").AllAsync()
        );
        await ReadCall.AssertRefusedAsync(
            (client, id) => client.Hccs.ListPersistentAsync("a", id).AllAsync()
        );
    }

    [Fact]
    public async Task Categories_of_another_patient_are_never_handed_over()
    {
        using var client = Wire.Client(
            StubTransport.Ok(
                $$"""{"items":[{}],"firstLink":"{{Wire.Host}}/hcc/v1/pipelines/a/patients/q/persistent-hccs"}"""
            )
        );

        await Assert.ThrowsAsync<ContractViolationException>(() =>
            client.Hccs.ListPersistentAsync("a", "p").AllAsync()
        );
    }
}
