using System.Reflection;
using HealtheIntent.Client;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client;

public sealed class AssumedContractTests
{
    private const string Accept = "ACCEPT_ASSUMED_CONTRACT";

    private static readonly Assembly Client = typeof(HealtheIntentClient).Assembly;

    /// <summary>The table is written from the marks: run with <c>ACCEPT_ASSUMED_CONTRACT=1</c> and commit the difference.</summary>
    [Fact]
    public void The_document_names_every_assumption_of_the_client()
    {
        var file = Path.Combine(Repository.Root, "docs", "assumed-contract.md");
        var table = AssumptionTable.Of(Client);
        var text = File.ReadAllText(file);
        var prose = text[..text.IndexOf(AssumptionTable.Heading, StringComparison.Ordinal)];
        if (Environment.GetEnvironmentVariable(Accept) == "1")
            File.WriteAllText(file, prose + table);

        Assert.Equal(File.ReadAllText(file), prose + table);
    }

    [Fact]
    public void Every_assumption_is_a_sentence_that_names_its_place_in_the_contract() =>
        Assert.All(
            AssumptionTable.Marks(Client),
            mark =>
            {
                Assert.EndsWith(".", mark.Why, StringComparison.Ordinal);
                Assert.Matches(@"\(contract \d", mark.Why);
            }
        );
}
