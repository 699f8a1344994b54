using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Cohorts;

public sealed class CohortApiTests
{
    [Fact]
    public Task Cohort_algorithms_are_listed_where_the_contract_says() =>
        ReadCall.AssertListAsync(
            $"{Wire.Host}/cohort/v1/algorithms",
            (client, query) => client.Cohorts.ListAlgorithmsAsync(query)
        );

    [Fact]
    public Task Cohorts_are_listed_where_the_contract_says() =>
        ReadCall.AssertListAsync(
            $"{Wire.Host}/cohort/v1/populations/a%2Fb/cohorts",
            (client, query) => client.Cohorts.ListAsync("a/b", query)
        );

    [Fact]
    public async Task An_id_that_could_change_the_path_is_refused()
    {
        await ReadCall.AssertRefusedAsync((client, id) => client.Cohorts.ListAsync(id).AllAsync());
    }
}
