using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Organizations;

public sealed class OrganizationApiTests
{
    [Fact]
    public Task Organizations_are_listed_where_the_contract_says() =>
        ReadCall.AssertListAsync(
            $"{Wire.Host}/organization/v1/organizations",
            (client, query) => client.Organizations.ListAsync(query)
        );

    [Fact]
    public Task Locations_are_listed_where_the_contract_says() =>
        ReadCall.AssertListAsync(
            $"{Wire.Host}/organization/v1/locations",
            (client, query) => client.Organizations.ListLocationsAsync(query)
        );

    [Fact]
    public Task An_organization_is_got_where_the_contract_says() =>
        ReadCall.AssertGetAsync(
            $"{Wire.Host}/organization/v1/organizations/a%2Fb",
            client => client.Organizations.GetAsync("a/b")
        );

    [Fact]
    public async Task An_id_that_could_change_the_path_is_refused()
    {
        await ReadCall.AssertRefusedAsync((client, id) => client.Organizations.GetAsync(id));
    }
}
