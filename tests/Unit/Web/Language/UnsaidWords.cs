using System.Text;
using System.Text.RegularExpressions;

namespace HeiChartViewer.Tests.Unit.Web.Language;

/// <summary>Finds words that a reader sees and that no other language can say: they stand in markup or styles as they are.</summary>
internal static partial class UnsaidWords
{
    /// <summary>What is the same in every language.</summary>
    private static readonly string[] Names = ["HeiChartViewer"];

    /// <summary>The words in a component's markup: between tags, in what is read out or shown of a tag, and in its expressions.</summary>
    public static IEnumerable<string> InMarkup(string razor)
    {
        var markup = Control().Replace(Code().Replace(Comment().Replace(razor, ""), ""), "");
        return Text()
            .Matches(markup)
            .Select(found => found.Groups["words"].Value)
            .Concat(AfterName().Matches(markup).Select(found => found.Groups["words"].Value))
            .Concat(Attribute().Matches(markup).Select(found => found.Groups["words"].Value))
            .Concat(Expressions(markup).SelectMany(Literals))
            .Select(words => words.Trim())
            .Where(words => Word().IsMatch(words) && !Names.Contains(words));
    }

    /// <summary>The words that a style sheet puts on the screen or on paper.</summary>
    public static IEnumerable<string> InStyle(string css) =>
        Content()
            .Matches(css)
            .SelectMany(content => Quoted().Matches(content.Value))
            .Select(quoted => Escape().Replace(quoted.Value, " "))
            .Where(words => Word().IsMatch(words));

    /// <summary>The expressions that stand where text does, and not within a tag.</summary>
    private static IEnumerable<string> Expressions(string markup)
    {
        for (
            var at = markup.IndexOf("@(", StringComparison.Ordinal);
            at >= 0;
            at = markup.IndexOf("@(", at + 2, StringComparison.Ordinal)
        )
        {
            var before = markup[..at].TrimEnd();
            var tag = before.LastIndexOfAny(['<', '>']);
            if (
                tag >= 0
                && before[tag] == '>'
                && !before[tag..].Contains('"', StringComparison.Ordinal)
            )
                yield return Balanced(markup, at + 2);
        }
    }

    private static string Balanced(string markup, int start)
    {
        var depth = 1;
        var at = start;
        for (; at < markup.Length && depth > 0; at++)
            if (markup[at] == '"')
                at = End(markup, at, isInterpolated: markup[at - 1] == '$');
            else if (markup[at] is '(' or ')')
                depth += markup[at] == '(' ? 1 : -1;
        return markup[start..(at - 1)];
    }

    /// <summary>The literals of an expression that are not handed to the language layer, without their holes.</summary>
    private static IEnumerable<string> Literals(string expression)
    {
        for (var at = 0; at < expression.Length; at++)
        {
            if (expression[at] != '"')
                continue;
            var isInterpolated = at > 0 && expression[at - 1] == '$';
            var end = End(expression, at, isInterpolated);
            var literal = expression[(at + 1)..end];
            var before = expression[..(isInterpolated ? at - 1 : at)];
            if (!Said().IsMatch(before))
            {
                foreach (var hole in isInterpolated ? Holes(literal) : [])
                foreach (var inner in Literals(hole))
                    yield return inner;
                yield return isInterpolated ? Words(literal) : literal;
            }
            at = end;
        }
    }

    /// <summary>Where a literal ends that begins at a quote; a hole may hold literals of its own.</summary>
    private static int End(string text, int quote, bool isInterpolated)
    {
        var depth = 0;
        for (var at = quote + 1; at < text.Length; at++)
            switch (text[at])
            {
                case '\\':
                    at++;
                    break;
                case '{' when isInterpolated:
                    depth++;
                    break;
                case '}' when isInterpolated:
                    depth--;
                    break;
                case '"' when depth > 0:
                    at = End(text, at, text[at - 1] == '$');
                    break;
                case '"':
                    return at;
            }
        return text.Length - 1;
    }

    private static IEnumerable<string> Holes(string literal) =>
        Parts(literal).Where(part => part.IsHole).Select(part => part.Text);

    private static string Words(string literal) =>
        string.Concat(Parts(literal).Where(part => !part.IsHole).Select(part => part.Text));

    private static List<(string Text, bool IsHole)> Parts(string literal)
    {
        var parts = new List<(string, bool)>();
        var part = new StringBuilder();
        var depth = 0;
        foreach (var letter in literal)
        {
            if ((letter == '{' && depth++ == 0) || (letter == '}' && --depth == 0))
            {
                parts.Add((part.ToString(), letter == '}'));
                part.Clear();
            }
            else
                part.Append(letter);
        }
        parts.Add((part.ToString(), false));
        return parts;
    }

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^@code\b.*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    /// <summary>Lines that are code: directives, and what is drawn under a condition or again and again.</summary>
    [GeneratedRegex(
        @"^\s*(?:@(?:using|inject|inherits|implements|typeparam|page|attribute|layout|namespace|if|foreach|for|while|switch)\b|else\b|case\b|var\b).*$",
        RegexOptions.Multiline
    )]
    private static partial Regex Control();

    [GeneratedRegex(@"@[\w.]+ (?<words>[^<>@{}=;()""]*)(?=[<@])")]
    private static partial Regex AfterName();

    [GeneratedRegex(@"(?<=[\w""/]|\s)>(?<words>[^<>@{}=;]*)(?=[<@])")]
    private static partial Regex Text();

    [GeneratedRegex(
        @"\b(?:title|placeholder|alt|aria-label|aria-description|label)=""(?<words>[^""@]*)"""
    )]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\b(?:Say|Phrase\.Of|ToString|Counted)\((?:[^()]*(?:\([^()]*\)[^()]*)*,)?\s*$"
    )]
    private static partial Regex Said();

    [GeneratedRegex(@"\bcontent:[^;}]*")]
    private static partial Regex Content();

    [GeneratedRegex(@"""[^""]*""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\\[0-9a-fA-F]{1,6} ?")]
    private static partial Regex Escape();
}
