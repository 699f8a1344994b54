using System.Net;
using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Hosting.Doctor;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Tests.Unit.Web.Hosting.Doctor;

public sealed class TenantChecksTests
{
    private static readonly Dictionary<string, string> None = [];

    [Fact]
    public async Task The_populations_that_issuers_name_for_themselves_are_tried_too()
    {
        const string Key = "Launch:Signed:Issuers:clinic:PopulationId";
        using var client = Wire.Client(
            new StubTransport(
                (request, _) =>
                    request.Address.AbsolutePath.Contains("/elsewhere/", StringComparison.Ordinal)
                        ? Answer.With(HttpStatusCode.NotFound)
                        : Answer.Ok("""{"items":[]}""")
            )
        );

        var found = await new TenantChecks(
            client,
            null,
            Wire.Population,
            [],
            new Dictionary<string, string> { [Key] = "elsewhere" }
        ).RunAsync(CancellationToken.None);

        Assert.Equal(Outcome.Works, found.Single(one => one.Check == "Population").Outcome);
        var further = found.Single(one => one.Check == $"Population of {Key}");
        Assert.Equal((Outcome.Fails, $"you: {Key}"), (further.Outcome, further.Mender));
    }

    [Theory]
    [InlineData("CernerDemo", true, null)]
    [InlineData("other", false, "you: HealtheIntent:Tenant")]
    public async Task The_tenant_that_answers_is_the_one_of_the_configuration(
        string configured,
        bool same,
        string? mender
    )
    {
        using var client = Wire.Client(
            StubTransport.Ok("""{"items":[],"mnemonic":"cernerdemo","name":"Demo"}""")
        );

        var found = await new TenantChecks(client, configured, Wire.Population, [], None).RunAsync(
            CancellationToken.None
        );

        var identity = Assert.Single(found, one => one.Check == "Tenant's name");
        Assert.Equal(same ? Outcome.Works : Outcome.Fails, identity.Outcome);
        Assert.Equal(mender, identity.Mender);
        Assert.Contains("cernerdemo (Demo)", identity.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_the_tenant_refuses_is_the_only_failure_told()
    {
        using var client = Wire.Client(StubTransport.Always(HttpStatusCode.Unauthorized));

        var found = await new TenantChecks(client, null, Wire.Population, [], None).RunAsync(
            CancellationToken.None
        );

        var refused = Assert.Single(found, one => one.Outcome is Outcome.Fails);
        Assert.Equal(("Credential", Menders.SystemAccount), (refused.Check, refused.Mender));
    }

    [Fact]
    public async Task In_a_population_that_is_not_there_no_partition_is_proved()
    {
        using var client = Wire.Client(StubTransport.Always(HttpStatusCode.NotFound));
        var partition = new DataPartitionOptions { Id = Wire.Partition, Name = "North" };

        var found = await new TenantChecks(
            client,
            null,
            Wire.Population,
            [partition],
            None
        ).RunAsync(CancellationToken.None);

        Assert.Equal("Population", Assert.Single(found, Fails).Check);
        Assert.Equal(
            Outcome.Unknown,
            Assert.Single(found, one => one.Check == "Data partition North").Outcome
        );
    }

    private static bool Fails(Finding finding) => finding.Outcome is Outcome.Fails;
}
