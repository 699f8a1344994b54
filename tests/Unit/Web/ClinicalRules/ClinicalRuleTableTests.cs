using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Web.ClinicalRules;

public sealed partial class ClinicalRuleTableTests
{
    /// <summary>The table is written from the names of the tests: run with <c>ACCEPT_CLINICAL_RULES=1</c> and commit the difference.</summary>
    [Fact]
    public void The_document_names_the_tests_of_every_rule() =>
        GeneratedTable.IsUpToDate("clinical-rules.md", "ACCEPT_CLINICAL_RULES", Table());

    [Fact]
    public void Every_rule_has_a_test_or_says_why_it_has_none()
    {
        var cited = Cited().Select(test => test.Number).ToHashSet(StringComparer.Ordinal);

        Assert.All(
            ClinicalRules.All,
            rule =>
                Assert.True(
                    cited.Overlaps(rule.All) == rule.Not is null,
                    $"{rule.Numbers} {(rule.Not is null ? "has no test" : "has a test, and says why it has none")}."
                )
        );
    }

    [Fact]
    public void Every_number_in_the_name_of_a_test_is_that_of_one_rule() =>
        Assert.All(
            Cited(),
            test => Assert.Single(ClinicalRules.All, rule => rule.All.Contains(test.Number))
        );

    private static string Table()
    {
        var tests = Cited().ToLookup(test => test.Number, test => test.Class);
        var table = new StringBuilder().Append(
            "| rule | what must hold | tests |\n|---|---|---|\n"
        );
        foreach (var rule in ClinicalRules.All)
        {
            var where = rule.All.SelectMany(number => tests[number]).Distinct();
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {rule.Numbers} | {rule.What} | {rule.Not ?? string.Join(", ", where.Order(StringComparer.Ordinal).Select(name => $"`{name}`"))} |\n"
            );
        }
        return table.ToString();
    }

    /// <summary>The rules that tests are named after.</summary>
    private static IEnumerable<(string Number, string Class)> Cited() =>
        from test in Repository.Tests()
        from Match rule in Rule().Matches(test.Name)
        let guide = rule.Groups["guide"].Value
        let number = rule.Groups["number"].Value.Replace('_', '.')
        select ($"{(guide == "DTa" ? "D+Ta" : guide)}-{number}", test.Class);

    [GeneratedRegex(
        @"(?:^|_)(?<guide>PAB|DTa|GTAB|PAL|Check|WCAG|UX)_(?<number>\d+(?:_\d+)*)(?=_)"
    )]
    private static partial Regex Rule();
}
