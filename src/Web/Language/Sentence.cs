using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace HeiChartViewer.Web.Language;

/// <summary>
/// A sentence with holes, written as an interpolated string. What stands between the holes is looked up, with the holes
/// numbered: <c>$"as of {time}"</c> is the key <c>as of {0}</c>.
/// </summary>
[InterpolatedStringHandler]
public readonly ref struct Sentence
{
    private readonly StringBuilder _key;
    private readonly List<object?> _holes;

    /// <summary>Made by the compiler.</summary>
    public Sentence(int literalLength, int formattedCount)
    {
        _key = new StringBuilder(literalLength + 3 * formattedCount);
        _holes = new List<object?>(formattedCount);
    }

    /// <summary>Called by the compiler.</summary>
    public void AppendLiteral(string words) =>
        _key.Append(
            words
                .Replace("{", "{{", StringComparison.Ordinal)
                .Replace("}", "}}", StringComparison.Ordinal)
        );

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted<T>(T value)
    {
        _key.Append(CultureInfo.InvariantCulture, $"{{{_holes.Count}}}");
        _holes.Add(UiLanguage.Current.Isolate(value));
    }

    internal string Say() =>
        string.Format(
            CultureInfo.InvariantCulture,
            Vocabulary.Translate(_key.ToString()),
            [.. _holes]
        );
}
