using System.Text;
using System.Text.RegularExpressions;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Web.Security;

public sealed partial class ControlTableTests
{
    /// <summary>The table is written from the names of the tests: run with <c>ACCEPT_CONTROLS=1</c> and commit the difference.</summary>
    [Fact]
    public void The_document_names_the_tests_of_every_control() =>
        GeneratedTable.IsUpToDate("controls.md", "ACCEPT_CONTROLS", Table(Tests()));

    [Fact]
    public void Every_control_has_a_test_or_says_why_it_has_none()
    {
        var tests = Tests();

        Assert.All(
            Controls.All,
            control =>
                Assert.True(
                    tests.Contains(control.Number) == control.Not is null,
                    $"Control {control.Number} {(control.Not is null ? "has no test" : "has a test, and says why it has none")}."
                )
        );
    }

    private static string Table(ILookup<int, string> tests)
    {
        var table = new StringBuilder().Append(
            "| control | what must hold | ASVS 5.0 | tests |\n|---|---|---|---|\n"
        );
        foreach (var control in Controls.All)
        {
            var where = tests[control.Number].Distinct().Order(StringComparer.Ordinal);
            table.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"| {control.Number} | {control.What} | {control.Asvs} | {control.Not ?? string.Join(", ", where.Select(name => $"`{name}`"))} |\n"
            );
        }
        return table.ToString();
    }

    /// <summary>The classes that hold tests of a control, by its number.</summary>
    private static ILookup<int, string> Tests() =>
        (
            from test in Repository.Tests()
            from number in Numbers(Name().Match(test.Name))
            select (number, name: test.Class)
        ).ToLookup(found => found.number, found => found.name);

    private static IEnumerable<int> Numbers(Match test)
    {
        if (!test.Success)
            return [];
        var first = Number(test.Groups["first"].Value);
        if (test.Groups["last"].Success)
            return Enumerable.Range(first, Number(test.Groups["last"].Value) - first + 1);
        return test.Groups["also"].Captures.Select(also => Number(also.Value)).Prepend(first);
    }

    private static int Number(string text) =>
        int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Controls?_(?<first>\d+)(?:_to_(?<last>\d+)|(?:_and_(?<also>\d+))*)_")]
    private static partial Regex Name();
}
