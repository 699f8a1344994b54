using System.Net;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Legacy.Registries;

public sealed class RegistryApiTests
{
    private const string Root =
        $"https://cernerdemo.registries.us-1.healtheintent.com/api/populations/{Wire.Population}";

    private const string Person = $"{Root}/people/{Wire.Patient}";

    [Theory]
    [InlineData(MeasureStatusFilter.Unfiltered, "")]
    [InlineData(MeasureStatusFilter.All, "?measures_status_filter=all")]
    [InlineData(MeasureStatusFilter.NotAchieved, "?measures_status_filter=not_achieved")]
    [InlineData(MeasureStatusFilter.Missing, "?measures_status_filter=missing")]
    [InlineData(MeasureStatusFilter.Due, "?measures_status_filter=due")]
    public async Task Registries_are_asked_for_with_the_filter_that_was_given(
        MeasureStatusFilter filter,
        string query
    )
    {
        var transport = StubTransport.Ok("{}");
        using var client = Wire.Client(transport);

        await client.Registries.GetAsync(Wire.Population, Wire.Patient, filter);

        AssertGot(transport.Only, $"{Person}/registries{query}");
    }

    [Fact]
    public async Task A_gateway_has_the_registries_under_its_own_address()
    {
        var transport = StubTransport.Ok("{}");
        using var client = Wire.Client(
            transport,
            configure: options =>
            {
                options.Tenant = options.Region = null;
                options.BaseAddress = new Uri("https://gateway.example.org/hi");
            }
        );

        await client.Registries.GetAsync(Wire.Population, Wire.Patient);

        Assert.Equal(
            $"https://gateway.example.org/hi/legacy/registries/api/populations/{Wire.Population}/people/{Wire.Patient}/registries",
            transport.Only.Address.AbsoluteUri
        );
    }

    [Fact]
    public async Task What_is_due_met_and_missing_is_read_with_what_it_rests_on()
    {
        using var client = Wire.Client(StubTransport.Ok(LegacySamples.Registries));

        var registries = await client.Registries.GetAsync(Wire.Population, Wire.Patient);

        Assert.Equal(("87.5", "1.25"), (registries!.QualityScore, registries.MaraTotalRiskScore));
        var program = Assert.Single(registries.Programs);
        Assert.Equal((4, 3), (program.TotalMeasureCount, program.MetMeasureCount));
        var measure = Assert.Single(program.Measures);
        Assert.Equal(MeasureOutcome.NotAchieved, measure.Outcome);
        Assert.True(measure.MeasureDue);
        Assert.Equal("2020-06-01", measure.DueDate!.Text);
        Assert.Equal("Laboratory", Assert.Single(measure.SupportingFacts).FormattedSource);
        var stay = Assert.Single(program.Events);
        Assert.Equal("Gi Fa", Assert.Single(stay.ResponsibleProviders).FullName);
        Assert.Single(stay.Measures);
    }

    [Fact]
    public async Task No_content_is_nothing_to_say()
    {
        using var client = Wire.Client(StubTransport.Always(HttpStatusCode.NoContent, ""));

        Assert.Null(await client.Registries.GetAsync(Wire.Population, Wire.Patient));
        Assert.Empty(
            await client.Registries.GetProviderRelationshipsAsync(Wire.Population, Wire.Patient)
        );
    }

    [Fact]
    public async Task Programs_of_a_population_are_listed()
    {
        var transport = StubTransport.Ok("""{"programs":[{"id":7,"name":"Diabetes"}]}""");
        using var client = Wire.Client(transport);

        var page = Assert.Single(
            await client.Registries.ListProgramsAsync(Wire.Population).AllAsync()
        );

        AssertGot(transport.Only, $"{Root}/programs?offset=0&limit=100");
        var program = Assert.Single(page.Items);
        Assert.Equal(("7", "Diabetes"), (program.Id, program.Name));
    }

    [Theory]
    [InlineData($"[{LegacySamples.Relationship}]")]
    [InlineData($$"""{"provider_relationships":[{{LegacySamples.Relationship}}]}""")]
    public async Task Who_takes_care_of_a_person_is_read_bare_and_in_an_envelope(string body)
    {
        var transport = StubTransport.Ok(body);
        using var client = Wire.Client(transport);

        var relationship = Assert.Single(
            await client.Registries.GetProviderRelationshipsAsync(Wire.Population, Wire.Patient)
        );

        AssertGot(transport.Only, $"{Person}/provider_relationships/");
        Assert.Equal("Gi Fa", relationship.Name);
        var alias = Assert.Single(relationship.Aliases);
        Assert.Equal(("USER", "GF1"), (alias.AliasType, alias.AliasId));
    }

    [Fact]
    public async Task A_broken_reply_is_named_by_its_path_and_not_by_what_it_says()
    {
        using var client = Wire.Client(
            StubTransport.Ok("""{"programs":[{"measures":[{"measure_due":"secret"}]}]}""")
        );

        var error = await Assert.ThrowsAsync<ContractViolationException>(() =>
            client.Registries.GetAsync(Wire.Population, Wire.Patient)
        );

        Assert.Equal("$.programs", error.JsonPath);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused_before_anything_is_sent()
    {
        var transport = StubTransport.Ok("{}");
        using var client = Wire.Client(transport);

        await Assert.ThrowsAsync<ArgumentException>(() =>
            client.Registries.GetAsync(Wire.Population, " ")
        );
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            client.Registries.GetAsync(Wire.Population, "p", (MeasureStatusFilter)9)
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            client.Registries.GetProviderRelationshipsAsync("..", "p")
        );
        Assert.Empty(transport.Sent);
    }

    private static void AssertGot(SentRequest sent, string address)
    {
        Assert.Equal(HttpMethod.Get, sent.Method);
        Assert.Equal(address, sent.Address.AbsoluteUri);
        Assert.Equal("application/json", sent.Headers["Accept"]);
        Assert.Equal($"Bearer {Wire.Token}", sent.Headers["Authorization"]);
        Assert.Null(sent.Body);
    }
}
