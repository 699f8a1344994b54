using System.Globalization;
using System.Net.Http.Headers;

namespace HeiChartViewer.Web.Chart.Documents;

/// <summary>The file a document is saved as.</summary>
internal static class SavedDocument
{
    private const int Longest = 120;

    private static readonly IReadOnlyDictionary<string, string> Extensions = new Dictionary<
        string,
        string
    >(StringComparer.OrdinalIgnoreCase)
    {
        ["application/pdf"] = ".pdf",
        ["application/dicom"] = ".dcm",
        ["application/rtf"] = ".rtf",
        ["application/xml"] = ".xml",
        ["image/gif"] = ".gif",
        ["image/jpeg"] = ".jpg",
        ["image/png"] = ".png",
        ["image/tiff"] = ".tiff",
        ["text/html"] = ".html",
        ["text/plain"] = ".txt",
        ["text/rtf"] = ".rtf",
        ["text/xml"] = ".xml",
    };

    /// <summary>The source's name without what could hide its ending; else a word that names no patient.</summary>
    public static string NameOf(string? claimed, string? contentType)
    {
        var name = string.Concat(
            (claimed ?? "").Where(character =>
                char.GetUnicodeCategory(character)
                    is not (UnicodeCategory.Format or UnicodeCategory.Control)
            )
        );
        if (name.Length is > 0 and <= Longest)
            return name;
        var type = MediaTypeHeaderValue.TryParse(contentType, out var parsed)
            ? parsed.MediaType
            : null;
        return $"document{Extensions.GetValueOrDefault(type ?? "", ".bin")}";
    }
}
