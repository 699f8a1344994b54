using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HeiChartViewer.Web.Chart.Raw;

/// <summary>Writes JSON for reading: indented, members in the order they came, numbers in their own digits.</summary>
internal static class RawText
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(JsonElement json)
    {
        using var written = new MemoryStream();
        using (var writer = new Utf8JsonWriter(written, Indented))
            json.WriteTo(writer);
        return Visible(Encoding.UTF8.GetString(written.GetBuffer(), 0, (int)written.Length));
    }

    /// <summary>Format characters, which could turn the text about them round, as the escapes JSON has for them.</summary>
    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var character in text)
            if (char.GetUnicodeCategory(character) is UnicodeCategory.Format)
                visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else
                visible.Append(character);
        return visible.ToString();
    }
}
