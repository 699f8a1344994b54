using System.Globalization;
using System.Text;

namespace HeiChartViewer.Sandbox.Search;

/// <summary>Makes text comparable: lower case, no accents, each character where it was.</summary>
internal static class Folding
{
    /// <summary>The folded text, as long as the text.</summary>
    public static string Of(string text) =>
        Ascii.IsValid(text) && !text.AsSpan().ContainsAnyInRange('\0', '\x1F')
            ? text.ToLowerInvariant()
            : Folded(text);

    private static string Folded(string text) =>
        string.Create(
            text.Length,
            text,
            (folded, plain) =>
            {
                for (var i = 0; i < plain.Length; i++)
                    folded[i] = Base(plain[i]);
            }
        );

    private static char Base(char character)
    {
        if (character < 128)
            return char.IsWhiteSpace(character) ? ' ' : char.ToLowerInvariant(character);
        if (char.IsSurrogate(character))
            return character;
        var first = character.ToString().Normalize(NormalizationForm.FormD)[0];
        return char.IsWhiteSpace(first) ? ' ' : char.ToLower(first, CultureInfo.InvariantCulture);
    }
}
