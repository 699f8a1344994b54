using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Web.Security.Asvs;

public sealed partial class AsvsTableTests
{
    /// <summary>The table is written from the list: run with <c>ACCEPT_CONTROLS=1</c> and commit the difference.</summary>
    [Fact]
    public void The_document_says_how_the_viewer_stands_to_each_requirement() =>
        GeneratedTable.IsUpToDate("asvs.md", "ACCEPT_CONTROLS", Table());

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var tests = UnitTests().Concat(EndToEndTests()).ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], Requirements.All.SelectMany(r => r.Tests).Except(tests).ToArray());
    }

    [Fact]
    public void Every_requirement_has_tests_or_says_why_not() =>
        Assert.All(
            Requirements.All,
            r =>
            {
                var isTested = r.Standing is Standing.Proved or Standing.Partly;
                Assert.True(r.Tests.Count > 0 == isTested, r.Number);
                Assert.True(r.Because is null == (r.Standing is Standing.Proved), r.Number);
            }
        );

    [Fact]
    public void No_requirement_of_a_chapter_is_left_out()
    {
        var chapters = Requirements
            .All.Select(r => r.Number)
            .Distinct()
            .CountBy(number => number.Split('.')[0])
            .OrderBy(chapter => int.Parse(chapter.Key, CultureInfo.InvariantCulture));

        Assert.Equal(Requirements.Counts, chapters);
    }

    private static string Table()
    {
        var table = new StringBuilder();
        table.Append("| requirement | level | what is asked | how it stands | proof |\n");
        table.Append("|---|---|---|---|---|\n");
        foreach (var r in Requirements.All)
        {
            IEnumerable<string> proof = r.Tests.Select(test => $"`{test}`");
            if (r.Because is { } because)
                proof = proof.Prepend(because);
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {r.Number} | {r.Level} | {r.What} | {Words(r.Standing)} | {string.Join("<br>", proof)} |\n"
            );
        }
        return table.ToString();
    }

    private static string Words(Standing standing) =>
        standing switch
        {
            Standing.Proved => "tested",
            Standing.Partly => "**partly**",
            Standing.Written => "written down",
            Standing.DoesNotApply => "does not apply",
            Standing.Deployment => "the deployment's",
            _ => "**not covered**",
        };

    private static IEnumerable<string> UnitTests() =>
        from type in typeof(AsvsTableTests).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public)
        where method.GetCustomAttribute<FactAttribute>() is not null
        select $"{type.Name}.{method.Name}";

    /// <summary>They need a browser and are another assembly, so they are read from their sources.</summary>
    private static IEnumerable<string> EndToEndTests() =>
        from file in Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "tests", "E2E", "Specs"),
            "*.cs"
        )
        from Match test in Test().Matches(File.ReadAllText(file))
        select $"{Path.GetFileName(file).Split('.')[0]}.{test.Groups["name"].Value}";

    [GeneratedRegex(
        @"\[(?:Fact|Theory)[^\n]*\n(?:\s*\[[^\n]*\n)*\s*public (?:async )?(?:void|Task) (?<name>\w+)"
    )]
    private static partial Regex Test();
}
