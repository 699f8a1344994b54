using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>A document's bytes as characters.</summary>
/// <param name="Text">The characters, with those that could turn the text about them round made visible.</param>
/// <param name="Guess">The character set the text was read in, where nothing said which and the bytes are not UTF-8; else null.</param>
/// <param name="IsDamaged">Whether bytes could not be read in the character set that was named.</param>
public sealed partial record DocumentText(string Text, string? Guess, bool IsDamaged)
{
    private const string Fallback = "windows-1252";
    private const int Head = 1024;

    /// <summary>
    /// Reads a document. A byte order mark counts first, then what its source says, then what the document says of
    /// itself; where nothing does, it is UTF-8 or, if it cannot be that, the character set of old Windows systems.
    /// </summary>
    public static DocumentText Of(DocumentBytes document)
    {
        var bytes = document.Bytes.Span;
        if ((Marked(bytes) ?? Named(document.Charset) ?? Named(Declared(bytes))) is { } encoding)
            return Read(bytes, encoding, guess: null);
        return System.Text.Unicode.Utf8.IsValid(bytes)
            ? Read(bytes, Encoding.UTF8, guess: null)
            : Read(bytes, Named(Fallback)!, Fallback);
    }

    private static DocumentText Read(ReadOnlySpan<byte> bytes, Encoding encoding, string? guess)
    {
        var text = encoding.GetString(bytes).TrimStart('\uFEFF');
        return new DocumentText(
            Visible(text),
            guess,
            text.Contains('\uFFFD', StringComparison.Ordinal)
        );
    }

    private static Encoding? Marked(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? Encoding.UTF8
        : bytes.StartsWith<byte>([0xFF, 0xFE]) ? Encoding.Unicode
        : bytes.StartsWith<byte>([0xFE, 0xFF]) ? Encoding.BigEndianUnicode
        : null;

    private static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name)
                ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        return Declaration().Match(head) is { Success: true } match
            ? match.Groups["name"].Value
            : null;
    }

    /// <summary>Overrides and embeddings of direction, and control characters, as their visible names (look-alike doses).</summary>
    private static string Visible(string text)
    {
        if (!text.AsSpan().ContainsAny(Hidden))
            return text;
        var visible = new StringBuilder(text.Length + 16);
        foreach (var character in text)
            if (Hidden.Contains(character))
                visible.Append(CultureInfo.InvariantCulture, $"[U+{(int)character:X4}]");
            else
                visible.Append(character);
        return visible.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> Hidden =
        System.Buffers.SearchValues.Create([
            .. Enumerable
                .Range(0, 0x20)
                .Append(0x7F)
                .Concat(Enumerable.Range(0x202A, 5))
                .Concat(Enumerable.Range(0x2066, 4))
                .Select(code => (char)code)
                .Except(['\t', '\n', '\r', '\f']),
        ]);

    [GeneratedRegex(
        """(<\?xml[^>]{0,100}\sencoding|<meta[^>]{0,200}charset)\s*=\s*["']?(?<name>[A-Za-z0-9_\-]{1,40})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Declaration();
}
