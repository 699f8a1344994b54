using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Personnel;

public sealed class PersonnelApiTests
{
    [Fact]
    public Task Personnel_are_listed_where_the_contract_says() =>
        ReadCall.AssertListAsync(
            $"{Wire.Host}/personnel/v1/personnel",
            (client, query) => client.Personnel.ListAsync(query: query)
        );

    [Fact]
    public Task Personnel_of_a_filter_are_listed_where_the_contract_says() =>
        ReadCall.AssertListAsync(
            $"{Wire.Host}/personnel/v1/personnel?aliasValue=1%2F2&aliasSystem=s&aliasType=NPI&formattedName=Doe%2C%20Jane&name=Jane&orderBy=name",
            (client, query) =>
                client.Personnel.ListAsync(
                    new PersonnelFilter
                    {
                        AliasValue = "1/2",
                        AliasSystem = "s",
                        AliasType = "NPI",
                        FormattedName = "Doe, Jane",
                        Name = "Jane",
                        OrderBy = "name",
                    },
                    query
                )
        );

    [Fact]
    public Task Groups_are_listed_where_the_contract_says() =>
        ReadCall.AssertListAsync(
            $"{Wire.Host}/personnel/v1/personnel-groups",
            (client, query) => client.Personnel.ListGroupsAsync(query)
        );

    [Fact]
    public Task Members_of_a_group_are_listed_where_the_contract_says() =>
        ReadCall.AssertListAsync(
            $"{Wire.Host}/personnel/v1/personnel-groups/a%2Fb/members",
            (client, query) => client.Personnel.ListMembersAsync("a/b", query)
        );

    [Fact]
    public Task A_person_is_got_where_the_contract_says() =>
        ReadCall.AssertGetAsync(
            $"{Wire.Host}/personnel/v1/personnel/a%2Fb",
            client => client.Personnel.GetAsync("a/b")
        );

    [Fact]
    public Task A_member_is_got_where_the_contract_says() =>
        ReadCall.AssertGetAsync(
            $"{Wire.Host}/personnel/v1/personnel-groups/a%2Fb/members/c%20d",
            client => client.Personnel.GetMemberAsync("a/b", "c d")
        );

    [Fact]
    public async Task An_id_that_could_change_the_path_is_refused()
    {
        await ReadCall.AssertRefusedAsync((client, id) => client.Personnel.GetAsync(id));
        await ReadCall.AssertRefusedAsync(
            (client, id) => client.Personnel.ListMembersAsync(id).AllAsync()
        );
        await ReadCall.AssertRefusedAsync((client, id) => client.Personnel.GetMemberAsync(id, "a"));
        await ReadCall.AssertRefusedAsync((client, id) => client.Personnel.GetMemberAsync("a", id));
    }

    [Fact]
    public async Task A_blank_filter_is_refused_before_anything_is_sent()
    {
        var transport = StubTransport.Ok("{}");
        using var client = Wire.Client(transport);

        await Assert.ThrowsAsync<ArgumentException>(() =>
            client.Personnel.ListAsync(new PersonnelFilter { Name = " " }).AllAsync()
        );
        Assert.Empty(transport.Sent);
    }
}
