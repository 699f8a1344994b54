using System.Globalization;

namespace HeiChartViewer.Web.Language;

/// <summary>
/// Says the viewer's own words in the reader's language. They are written in British English where they are shown; that
/// English is the key to the others. What a source said never passes through here.
/// </summary>
public static class Wording
{
    /// <summary>Words without a hole.</summary>
    public static string Say(string english) => Vocabulary.Translate(english);

    /// <summary>Words with holes: <c>Say($"as of {time}")</c>.</summary>
    public static string Say(Sentence english) => english.Say();

    /// <summary>What goes with a number.</summary>
    /// <param name="number">The number, which stands where <c>{0}</c> does.</param>
    /// <param name="one">The English for one.</param>
    /// <param name="many">The English for any other number; the key to the forms of other languages.</param>
    /// <param name="more">What stands where <c>{1}</c> and the following do.</param>
    public static string Counted(int number, string one, string many, params object?[] more)
    {
        var forms = Vocabulary.Translate(many).Split('|');
        var form = UiLanguage.Current.FormOf(number);
        var words = forms is [_]
            ? form is PluralForm.One
                ? one
                : many
            : forms is [var single, var other]
                ? form is PluralForm.One
                    ? single
                    : other
                : forms[(int)form];
        return string.Format(
            CultureInfo.InvariantCulture,
            words,
            [Number(number), .. more.Select(UiLanguage.Current.Isolate)]
        );
    }

    /// <summary>
    /// A value that stands beside other words, for where it does not fill a hole of a sentence: its direction and theirs
    /// do not mix.
    /// </summary>
    public static string Apart(string? value) => $"{UiLanguage.Current.Isolate(value)}";

    /// <summary>A count with thousands set apart.</summary>
    public static string Number(int count) =>
        count
            .ToString("N0", CultureInfo.InvariantCulture)
            .Replace(",", UiLanguage.Current.Thousands, StringComparison.Ordinal);
}
