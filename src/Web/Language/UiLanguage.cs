using System.Globalization;

namespace HeiChartViewer.Web.Language;

/// <summary>
/// A language that the viewer speaks. What a source said is never translated: it is shown as it came, in whatever
/// language it is in.
/// </summary>
public sealed class UiLanguage
{
    private UiLanguage(string tag, string name, Func<int, PluralForm> form)
    {
        (Tag, Name, FormOf) = (tag, name, form);
    }

    /// <summary>What the source is written in, and what is spoken where nothing else is asked for.</summary>
    public static UiLanguage BritishEnglish { get; } =
        new("en-GB", "English (UK)", PluralForms.OneOrOther);

    /// <summary>English as written in the United States.</summary>
    public static UiLanguage AmericanEnglish { get; } =
        new("en-US", "English (US)", PluralForms.OneOrOther);

    /// <summary>Swedish.</summary>
    public static UiLanguage Swedish { get; } =
        new("sv", "Svenska", PluralForms.OneOrOther) { Thousands = "\u00a0" };

    /// <summary>Arabic, from right to left. Digits are those of the sources, so that a count and a result read alike.</summary>
    public static UiLanguage Arabic { get; } =
        new("ar", "العربية", PluralForms.Arabic) { IsRightToLeft = true };

    private static readonly UiLanguage[] Spoken =
    [
        BritishEnglish,
        AmericanEnglish,
        Swedish,
        Arabic,
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<UiLanguage> All => Spoken;

    /// <summary>The language of the reader for whom something is drawn just now.</summary>
    public static UiLanguage Current
    {
        get
        {
            var culture = CultureInfo.CurrentUICulture;
            return Find(culture.Name) ?? Find(culture.TwoLetterISOLanguageName) ?? BritishEnglish;
        }
    }

    /// <summary>The BCP 47 tag.</summary>
    public string Tag { get; }

    /// <summary>The language's name in itself.</summary>
    public string Name { get; }

    /// <summary>Which form of a noun goes with a number.</summary>
    public Func<int, PluralForm> FormOf { get; }

    /// <summary>Whether lines run from right to left.</summary>
    public bool IsRightToLeft { get; private init; }

    /// <summary>What sets the thousands of a count apart. A comma would be a decimal sign to a Swede.</summary>
    public string Thousands { get; private init; } = ",";

    /// <summary>The value of HTML's <c>dir</c>.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>
    /// What fills a hole of a sentence. Among words that run from right to left it is set apart, so that a range or a
    /// comparator is not turned round (Unicode TR9, first strong isolate).
    /// </summary>
    public object? Isolate(object? value) => IsRightToLeft ? $"\u2068{value}\u2069" : value;

    /// <summary>The language with this tag; null for any other word.</summary>
    public static UiLanguage? Find(string? tag)
    {
        // Asked for every word that is shown: a query would cost more than the word.
        foreach (var language in Spoken)
            if (language.Tag == tag)
                return language;
        return null;
    }

    /// <inheritdoc />
    public override string ToString() => Tag;
}
