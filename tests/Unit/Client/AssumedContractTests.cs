using System.Reflection;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client;

public sealed class AssumedContractTests
{
    private static readonly Assembly Client = typeof(HealtheIntentClient).Assembly;

    /// <summary>The table is written from the marks: run with <c>ACCEPT_ASSUMED_CONTRACT=1</c> and commit the difference.</summary>
    [Fact]
    public void The_document_names_every_assumption_of_the_client() =>
        GeneratedTable.IsUpToDate(
            "assumed-contract.md",
            "ACCEPT_ASSUMED_CONTRACT",
            AssumptionTable.Of(Client)
        );

    [Fact]
    public void Every_assumption_is_a_sentence_that_names_its_place_in_the_contract() =>
        Assert.All(
            AssumptionTable.Marks(Client),
            found =>
            {
                Assert.EndsWith(".", found.Mark.Why, StringComparison.Ordinal);
                Assert.Matches(@"\(contract \d", found.Mark.Why);
            }
        );

    /// <summary>Of the longitudinal record, each of the three resources has one.</summary>
    [Fact]
    public void What_is_assumed_of_an_API_is_behind_one_class() =>
        Assert.All(
            AssumptionTable
                .Marks(Client)
                .Where(found => found.Mark.Api is not (null or "longitudinal-record"))
                .GroupBy(found => found.Mark.Api),
            api => Assert.Single(api)
        );

    [Fact]
    public void The_clients_guide_names_the_assumptions_beside_each_API()
    {
        var named = Guide
            .Rows()
            .SelectMany(row => row.Assumed, (row, name) => (row.Api, name))
            .Order();
        var marked = AssumptionTable
            .Marks(Client)
            .Where(found => found.Mark.Api is not null)
            .Select(found => (found.Mark.Api!, found.Name))
            .Order();

        Assert.Equal(marked, named);
        Assert.All(
            AssumptionTable.Marks(Client).Where(found => found.Mark.Api is null),
            found => Assert.Contains($"`{found.Name}`", Guide.Text, StringComparison.Ordinal)
        );
    }
}
