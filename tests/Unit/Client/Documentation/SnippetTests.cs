using System.Text.RegularExpressions;
using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Client.Documentation;

/// <summary>What a reader copies out of a document compiles.</summary>
public sealed partial class SnippetTests
{
    [Theory]
    [InlineData("docs/client.md", 7)]
    [InlineData("src/Client/README.md", 2)]
    public void Every_block_of_code_in_a_document_is_compiled(string document, int atLeast)
    {
        var compiled = Words(Read("tests/Unit/Client/Documentation/Snippets.cs"));

        var blocks = Block()
            .Matches(Read(document))
            .Select(match => match.Groups[1].Value)
            .ToList();

        Assert.True(blocks.Count >= atLeast, $"{document} has {blocks.Count} blocks.");
        Assert.All(
            blocks,
            block => Assert.Contains(Words(block), compiled, StringComparison.Ordinal)
        );
    }

    private static string Read(string file) =>
        File.ReadAllText(Path.Combine(Repository.Root, file));

    /// <summary>The words without their layout, and without the directives, which stand at a file's head.</summary>
    private static string Words(string code) =>
        string.Concat(Directive().Replace(code, "").Where(letter => !char.IsWhiteSpace(letter)));

    [GeneratedRegex(@"^```csharp\r?\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^using [\w.]+;\r?$", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
