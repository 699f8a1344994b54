using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>Text around a hit, with what was found marked in it.</summary>
public sealed record ChartSnippet : OpenObject, IReadFromText<ChartSnippet>
{
    private const string Open = "<em>";
    private const string Close = "</em>";

    /// <summary>The text as received, with <c>&lt;em&gt;</c> around what was found. It is not safe as markup: show <see cref="Parts"/>.</summary>
    [JsonPropertyName("text")]
    public string Marked
    {
        get;
        init => field = value ?? field;
    } = "";

    /// <summary>The plain text, in the parts that were found and the parts between them. A mark without its other half is text.</summary>
    [JsonIgnore]
    public IReadOnlyList<SnippetPart> Parts => [.. PartsOf(Marked)];

    static ChartSnippet IReadFromText<ChartSnippet>.FromText(string text) =>
        new() { Marked = text };

    private static IEnumerable<SnippetPart> PartsOf(string text)
    {
        var done = 0;
        while (done < text.Length)
        {
            var open = text.IndexOf(Open, done, StringComparison.OrdinalIgnoreCase);
            var close =
                open < 0 ? -1 : text.IndexOf(Close, open, StringComparison.OrdinalIgnoreCase);
            if (close < 0)
            {
                yield return new SnippetPart(text[done..], false);
                yield break;
            }
            if (open > done)
                yield return new SnippetPart(text[done..open], false);
            var found = text[(open + Open.Length)..close];
            if (found.Length > 0)
                yield return new SnippetPart(found, true);
            done = close + Close.Length;
        }
    }
}
