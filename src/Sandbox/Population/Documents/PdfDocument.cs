using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HeiChartViewer.Sandbox.Population.Documents;

/// <summary>
/// Lines of text as a PDF of as many pages as they need: one of the fonts every reader has, uncompressed, so that the
/// same words always give the same bytes.
/// </summary>
internal static partial class PdfDocument
{
    private const int LinesPerPage = 52;
    private const int CharactersPerLine = 92;

    public static byte[] Of(IEnumerable<string> lines)
    {
        var pages = lines.SelectMany(Wrapped).Chunk(LinesPerPage).ToList();
        // 1 is the catalogue, 2 the list of pages, 3 the font; then a page and its contents in turn.
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{string.Join(' ', pages.Select((_, i) => $"{4 + 2 * i} 0 R"))}] /Count {pages.Count} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        };
        for (var i = 0; i < pages.Count; i++)
        {
            objects.Add(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * i} 0 R >>"
            );
            var content =
                "BT /F1 9 Tf 14 TL 48 794 Td\n"
                + string.Concat(pages[i].Select(line => $"({Escaped(line)}) Tj T*\n"))
                + "ET";
            objects.Add(
                $"<< /Length {Encoding.Latin1.GetByteCount(content)} >>\nstream\n{content}\nendstream"
            );
        }
        return Encoding.Latin1.GetBytes(Assembled(objects));
    }

    private static string Assembled(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var table = file.Length;
        file.Append(
            CultureInfo.InvariantCulture,
            $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"
        );
        foreach (var place in places)
            file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        return file.Append(
                CultureInfo.InvariantCulture,
                $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
            )
            .ToString();
    }

    /// <summary>
    /// The words of a document whose contents are not compressed, as those written here, line by line; none of any other.
    /// </summary>
    public static string Words(ReadOnlySpan<byte> pdf) =>
        string.Join(
            '\n',
            Shown()
                .Matches(Encoding.Latin1.GetString(pdf))
                .Select(line => Escape().Replace(line.Groups[1].Value, "$1"))
        );

    /// <summary>Lines break between words, and within one that is longer than a line.</summary>
    private static IEnumerable<string> Wrapped(string line)
    {
        while (line.Length > CharactersPerLine)
        {
            var blank = line.LastIndexOf(' ', CharactersPerLine);
            var end = blank > 0 ? blank : CharactersPerLine;
            yield return line[..end];
            line = line[end..].TrimStart(' ');
        }
        yield return line;
    }

    [GeneratedRegex(@"\(((?:\\.|[^\\()])*)\) Tj")]
    private static partial Regex Shown();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();

    /// <summary>What the font has no sign for becomes a question mark; what would end the text is escaped.</summary>
    private static string Escaped(string text) =>
        string.Concat(
            text.Select(character =>
                character switch
                {
                    '(' or ')' or '\\' => $"\\{character}",
                    < ' ' or > 'ÿ' => "?",
                    _ => character.ToString(),
                }
            )
        );
}
