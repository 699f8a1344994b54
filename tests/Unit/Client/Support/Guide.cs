using System.Text.RegularExpressions;

namespace HeiChartViewer.Tests.Unit.Client.Support;

/// <summary>The guide to the client, as it is read by its tests.</summary>
internal static partial class Guide
{
    private const string Heading = "| API | entry point | paging | assumed |\n|---|---|---|---|\n";

    public static string Text { get; } =
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "client.md"));

    /// <summary>The rows of the table of all APIs; one without a name goes on with the API above it.</summary>
    public static IEnumerable<(string Api, string EntryPoint, IReadOnlyList<string> Assumed)> Rows()
    {
        var start = Text.IndexOf(Heading, StringComparison.Ordinal) + Heading.Length;
        var api = "";
        foreach (var row in Text[start..].Split('\n').TakeWhile(line => line.StartsWith('|')))
        {
            var cells = row.Trim('|').Split('|');
            var name = cells[0].Trim();
            api = name.Length == 0 ? api : name;
            yield return (
                api,
                cells[1],
                [.. Class().Matches(cells[^1]).Select(match => match.Groups[1].Value)]
            );
        }
    }

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Class();
}
