using System.Text.RegularExpressions;
using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Web.Chart;

namespace HeiChartViewer.Tests.Unit.Web;

/// <summary>The tour of the documents; <c>./demo</c> makes its pictures.</summary>
public sealed partial class TourTests
{
    private const int MostBytes = 200_000;

    private static readonly string Docs = Path.Combine(Repository.Root, "docs");

    private static IReadOnlyList<string> Pictures =>
        [
            .. Picture()
                .Matches(File.ReadAllText(Path.Combine(Docs, "tour.md")))
                .Select(match => match.Groups[1].Value),
        ];

    [Fact]
    public void Every_picture_named_is_there_and_every_picture_there_is_named()
    {
        Assert.Equal(
            Pictures.Order(StringComparer.Ordinal),
            Directory
                .EnumerateFiles(Path.Combine(Docs, "tour"))
                .Select(file => $"tour/{Path.GetFileName(file)}")
                .Order(StringComparer.Ordinal)
        );
        Assert.All(
            Pictures,
            picture =>
                Assert.InRange(new FileInfo(Path.Combine(Docs, picture)).Length, 1, MostBytes)
        );
    }

    [Fact]
    public void Every_screen_of_the_navigation_is_in_the_tour() =>
        Assert.All(
            ChartView.All,
            view =>
                Assert.Contains(
                    $"tour/{(view == ChartView.Summary ? "summary" : view.Slug)}.png",
                    Pictures
                )
        );

    [GeneratedRegex(@"!\[[^]]+\]\(([^)]+)\)")]
    private static partial Regex Picture();
}
