using System.Text.RegularExpressions;

namespace HeiChartViewer.Tests.Unit.Web.Language;

/// <summary>The phrases that the viewer says, read from its source.</summary>
internal static partial class SourcePhrases
{
    /// <summary>Each phrase once; the forms of a plural go by the one for many.</summary>
    public static IReadOnlyList<SourcePhrase> Find(string folder) =>
        [
            .. Files(folder)
                .SelectMany(file => In(File.ReadAllText(file)))
                .GroupBy(phrase => phrase.Key)
                .Select(same => same.First())
                .OrderBy(phrase => phrase.Key, StringComparer.Ordinal),
        ];

    /// <summary>Where words are said that this reader cannot read: not a literal, or holes with quotes in them.</summary>
    public static IEnumerable<string> Unreadable(string folder) =>
        Files(folder)
            .SelectMany(file =>
            {
                var text = File.ReadAllText(file);
                return Said()
                    .Matches(text)
                    .Where(said =>
                        Literal().Match(text, said.Index) is not { Success: true } literal
                        || literal.Index != said.Index
                    )
                    .Select(said =>
                        $"{Path.GetFileName(file)}: {text[said.Index..Math.Min(said.Index + 60, text.Length)]}"
                    );
            });

    private static IEnumerable<string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(file =>
                (
                    file.EndsWith(".cs", StringComparison.Ordinal)
                    || file.EndsWith(".razor", StringComparison.Ordinal)
                ) && !file.Contains("/Language/", StringComparison.Ordinal)
            );

    private static IEnumerable<SourcePhrase> In(string text) =>
        Literal()
            .Matches(text)
            .Select(found =>
            {
                var words = Regex.Unescape(found.Groups["words"].Value);
                if (found.Groups["many"].Success)
                    return new SourcePhrase(Regex.Unescape(found.Groups["many"].Value), words);
                return new SourcePhrase(
                    found.Groups["holes"].Success ? Numbered(words) : words,
                    null
                );
            });

    private static string Numbered(string sentence)
    {
        var hole = 0;
        return Hole().Replace(sentence, _ => $"{{{hole++}}}");
    }

    [GeneratedRegex("""\b(Say|Counted|Phrase\.Of)\(""")]
    private static partial Regex Said();

    [GeneratedRegex(
        """\b(?:(?:Say|Phrase\.Of)\(\s*(?<holes>\$)?"(?<words>(?:[^"\\]|\\.)*)"\s*\)|Counted\(\s*(?:[^,"]|,(?!\s*"))+,\s*"(?<words>(?:[^"\\]|\\.)*)",\s*"(?<many>(?:[^"\\]|\\.)*)"\s*[,)])"""
    )]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?<!\{)\{(?!\{)[^{}]+\}")]
    private static partial Regex Hole();
}
