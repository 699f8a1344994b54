using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace HeiChartViewer.Web.Audit;

/// <summary>
/// Makes foreign text safe to keep and to read: bounded, on one line, read in the order it is written (control 56).
/// </summary>
internal static class AuditText
{
    /// <summary>The longest field.</summary>
    public const int FieldLength = 200;

    /// <summary>The longest detail: the longest query that the search form takes fits in it, as base64.</summary>
    public const int DetailLength = 4000;

    /// <summary>What somebody searched for, as base64: no reader of the log takes its words for the log's own (control 60).</summary>
    public static string Query(ReadOnlySpan<byte> query) => Base64Url.EncodeToString(query);

    public static string? Field(string? text) => Neutralise(text, FieldLength);

    public static string? Detail(string? text) => Neutralise(text, DetailLength);

    /// <summary>
    /// Control characters, line and paragraph separators, and format characters, the bidirectional ones among them,
    /// become their visible names; half a surrogate pair becomes the replacement character.
    /// </summary>
    private static string? Neutralise(string? text, int length)
    {
        if (text is null)
            return null;
        var safe = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsUnsafe(rune))
                safe.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
            else
                safe.Append(rune.ToString());
            if (safe.Length > length)
                return Cut(safe, length);
        }
        return safe.ToString();
    }

    /// <summary>Text that lost its end says so, and keeps its surrogate pairs whole.</summary>
    private static string Cut(StringBuilder text, int length)
    {
        var end = length - 1;
        text.Length = char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
        return text.Append('…').ToString();
    }

    private static bool IsUnsafe(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
}
