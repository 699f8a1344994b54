using System.Net;
using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Web.Hosting.Doctor;

namespace HeiChartViewer.Tests.Unit.Web.Hosting.Doctor;

public sealed class GrantChecksTests
{
    public static TheoryData<string, string, bool> Apis =>
        new()
        {
            { "/demographics", "patient", true },
            { "/allergies", "allergy", true },
            { "/conditions", "condition", true },
            { "/medications", "medication", true },
            { "/immunizations", "immunization", true },
            { "/procedures", "procedure", true },
            { "/observations", "observation", true },
            { "/encounters", "encounter", true },
            { "/document-references", "longitudinal-record, document-references", true },
            { "/medication-dispenses", "longitudinal-record, medication-dispenses", true },
            { "/registries", "registries (legacy)", true },
            { "/search-results", "chart-search", true },
            { "/persistent-hccs", "hcc", false },
            { "/measurement-periods", "quality-measure", false },
            { "/algorithms", "cohort", false },
            { "/consumers", "consumer", false },
            { "/personnel", "personnel", false },
            { "/organizations", "organization", false },
            { "/data-sources", "data-source", false },
            { $"/people/{GrantChecks.Nobody}", "record (legacy)", false },
        };

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task A_missing_grant_is_told_with_its_mender_and_fails_where_a_chart_needs_it(
        string path,
        string api,
        bool needed
    )
    {
        var found = await RunAsync(address =>
            address.AbsolutePath.EndsWith(path, StringComparison.Ordinal)
                ? HttpStatusCode.Forbidden
                : HttpStatusCode.NotFound
        );

        var missing = Assert.Single(found, one => one.Outcome is not Outcome.Works);
        Assert.Equal($"Grant of {api}", missing.Check);
        Assert.Equal(needed ? Outcome.Fails : Outcome.Unneeded, missing.Outcome);
        Assert.Equal(Menders.Console, missing.Mender);
        Assert.Contains(Answer.CorrelationId, missing.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_api_of_the_list_is_asked_and_no_other()
    {
        var found = await RunAsync(_ => HttpStatusCode.NotFound);

        Assert.Equal(
            Apis.Select(row => $"Grant of {row[1]}").Order(),
            found.Select(one => one.Check).Order()
        );
        Assert.All(found, one => Assert.Equal(Outcome.Works, one.Outcome));
    }

    private static async Task<IReadOnlyList<Finding>> RunAsync(Func<Uri, HttpStatusCode> status)
    {
        using var client = Wire.Client(
            new StubTransport((sent, _) => Answer.With(status(sent.Address)))
        );
        return await new GrantChecks(client, Wire.Population).RunAsync(CancellationToken.None);
    }
}
