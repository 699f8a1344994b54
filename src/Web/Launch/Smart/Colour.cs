using System.Globalization;
using System.Text.RegularExpressions;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>Colours in hexadecimal, and how well they can be told apart.</summary>
internal static partial class Colour
{
    /// <summary>Reads <c>#rgb</c> and <c>#rrggbb</c>; null for anything else, so that nothing else reaches a style.</summary>
    /// <returns>The colour as <c>#rrggbb</c> in lower case.</returns>
    public static string? Read(string? text)
    {
        if (text is null || !Hexadecimal().IsMatch(text))
            return null;
        var digits = text.ToLowerInvariant();
        return digits.Length == 7
            ? digits
            : $"#{digits[1]}{digits[1]}{digits[2]}{digits[2]}{digits[3]}{digits[3]}";
    }

    /// <summary>The contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio).</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        (0.2126 * Channel(colour, 1))
        + (0.7152 * Channel(colour, 3))
        + (0.0722 * Channel(colour, 5));

    private static double Channel(string colour, int start)
    {
        var share =
            byte.Parse(
                colour.AsSpan(start, 2),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture
            ) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\z")]
    private static partial Regex Hexadecimal();
}
