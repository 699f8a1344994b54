using System.Net.Http.Headers;

namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>
/// A document's bytes, and what its source says they are. What it says is a claim: pictures and PDF are known by how
/// they begin, and text by holding no NUL.
/// </summary>
public sealed class DocumentBytes
{
    /// <summary>Looks at a document.</summary>
    /// <param name="bytes">All of it.</param>
    /// <param name="contentType">What its source calls it, with parameters; null where it does not say.</param>
    public DocumentBytes(ReadOnlyMemory<byte> bytes, string? contentType)
    {
        Bytes = bytes;
        if (MediaTypeHeaderValue.TryParse(contentType, out var type))
        {
            Claim = type.MediaType?.ToLowerInvariant();
            Charset = type.CharSet?.Trim('"');
        }
        PictureType = PictureTypeOf(bytes.Span);
        Form = FormOf();
    }

    /// <summary>All of it.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>What its source calls it, without parameters.</summary>
    public string? Claim { get; }

    /// <summary>The character set its source names.</summary>
    public string? Charset { get; }

    /// <summary>The picture's media type, by how it begins; null for what is no picture.</summary>
    public string? PictureType { get; }

    /// <summary>The form.</summary>
    public DocumentForm Form { get; }

    private DocumentForm FormOf() =>
        Bytes.IsEmpty ? DocumentForm.Empty
        : Bytes.Span.StartsWith("%PDF-"u8) ? DocumentForm.Pdf
        : PictureType is not null ? DocumentForm.Picture
        : Bytes.Span.Contains((byte)0) && !HasWideMark(Bytes.Span) ? DocumentForm.Unsupported
        : Claim switch
        {
            "text/html" or "application/xhtml+xml" => DocumentForm.Html,
            "text/rtf" or "text/richtext" => DocumentForm.Unsupported,
            "text/xml" or "application/xml" => DocumentForm.Xml,
            { } xml when xml.EndsWith("+xml", StringComparison.Ordinal) => DocumentForm.Xml,
            { } text when text.StartsWith("text/", StringComparison.Ordinal) => DocumentForm.Text,
            "application/json" => DocumentForm.Text,
            _ => DocumentForm.Unsupported,
        };

    private static string? PictureTypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? "image/gif"
        : bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8)
            ? "image/webp"
        : null;

    /// <summary>UTF-16 has NULs in it, and says by its first bytes that it is UTF-16.</summary>
    private static bool HasWideMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]);
}
