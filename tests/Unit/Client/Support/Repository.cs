using System.Text.RegularExpressions;

namespace HeiChartViewer.Tests.Unit.Client.Support;

internal static partial class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Every test by its name, with the class that it stands in, in both projects of tests.</summary>
    public static IEnumerable<(string Class, string Name)> Tests() =>
        from folder in new[] { "Unit", "E2E" }
        from file in Directory.EnumerateFiles(
            Path.Combine(Root, "tests", folder),
            "*.cs",
            SearchOption.AllDirectories
        )
        from Match test in Test().Matches(File.ReadAllText(file))
        select (Path.GetFileName(file).Split('.')[0], test.Groups["name"].Value);

    private static string Find()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
            if (File.Exists(Path.Combine(folder.FullName, "HeiChartViewer.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    [GeneratedRegex(@"public (?:async )?(?:void|Task) (?<name>\w+)\(")]
    private static partial Regex Test();
}
