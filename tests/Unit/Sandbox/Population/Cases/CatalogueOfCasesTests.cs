using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Population.Cases;

/// <summary>The table of cases in docs/sandbox.md beside what a sandbox with its defaults serves.</summary>
public sealed class CatalogueOfCasesTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private sealed record Row(
        string Case,
        string Person,
        string Patients,
        string What,
        string Must
    );

    /// <summary>What makes a chart hard to show, and the case that shows it.</summary>
    [Theory]
    [InlineData("no known allergies as a record", "no-known-allergies")]
    [InlineData("an empty chart", "empty")]
    [InlineData("10,000 observations", "ten-thousand")]
    [InlineData("100,000 observations", "hundred-thousand")]
    [InlineData("mixed units", "mixed-units")]
    [InlineData("comparators", "comparators")]
    [InlineData("dates of a year alone", "vague-dates")]
    [InlineData("instants around the change of the clocks", "summer-time")]
    [InlineData("deceased", "deceased")]
    [InlineData("an infant in hours", "newborn")]
    [InlineData("a single name", "single-name")]
    [InlineData("a very long name", "long-name")]
    [InlineData("an Arabic name", "arabic-name")]
    [InlineData("a Swedish name", "swedish-name")]
    [InlineData("a Chinese name", "chinese-name")]
    [InlineData("twins", "twin-1")]
    [InlineData("the same name and birth date", "same-name-1")]
    [InlineData("entered in error", "entered-in-error")]
    [InlineData("three partitions that disagree on identity", "disagreeing-identity")]
    [InlineData("a local id with two matches", "two-matches")]
    [InlineData("hostile strings in every text", "hostile-text")]
    [InlineData("one result in several parts", "panels")]
    public async Task Every_hard_chart_has_a_row_with_the_ids_it_truly_has(string what, string name)
    {
        var row = Rows().SingleOrDefault(row => row.Case == name);
        Assert.True(row is not null, $"{what}: no row for {name}");
        Assert.Equal(Ids(await host.CaseAsync(name)), (row.Person, row.Patients));
    }

    [Fact]
    public async Task Every_case_of_the_catalogue_has_a_row_and_every_row_a_case()
    {
        var cases = (await host.GetAsync("/sandbox/catalogue"))
            .EnumerateArray()
            .Where(entry => !entry.Text("name")!.StartsWith("patient-", StringComparison.Ordinal))
            .Select(entry => (entry.Text("name")!, Ids(entry)))
            .ToList();

        Assert.Equal(
            cases.OrderBy(x => x.Item1),
            Rows().Select(row => (row.Case, (row.Person, row.Patients))).OrderBy(x => x.Case)
        );
        Assert.All(
            Rows(),
            row => Assert.False(row.What.Length == 0 || row.Must.Length == 0, row.Case)
        );
    }

    [Fact]
    public async Task Every_person_id_leads_to_the_patients_of_its_row()
    {
        foreach (var row in Rows())
        {
            var found = await host.GetAsync(
                $"/patient/v1/populations/{SandboxHost.Population}/patient-id-lookup?dataPartitionId={SandboxHost.StBrigid}&sourcePersonId={row.Person}"
            );
            Assert.Equal(
                row.Patients,
                string.Join(
                    ", ",
                    found
                        .GetProperty("items")
                        .EnumerateArray()
                        .Select(item => item.GetProperty("patient").Text("id"))
                )
            );
        }
    }

    private static (string, string) Ids(JsonElement entry) =>
        (
            entry.Text("personId")!,
            string.Join(
                ", ",
                entry.GetProperty("patientIds").EnumerateArray().Select(id => id.GetString())
            )
        );

    private static List<Row> Rows() =>
        [
            .. File.ReadLines(Documentation())
                .SkipWhile(line => line != "## The cases")
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
                .Select(cells => new Row(
                    Plain(cells[0]),
                    Plain(cells[1]),
                    cells[2] == "none" ? "" : Plain(cells[2]),
                    cells[3],
                    cells[4]
                )),
        ];

    private static string Plain(string cell) => cell.Replace("`", "", StringComparison.Ordinal);

    private static string Documentation()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HeiChartViewer.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "docs", "sandbox.md");
    }
}
