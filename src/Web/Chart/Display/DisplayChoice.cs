namespace HeiChartViewer.Web.Chart.Display;

/// <summary>How a reader wants the viewer to look and to answer to keys. It says nothing about anybody.</summary>
/// <param name="Theme">The colours.</param>
/// <param name="Density">The measures.</param>
/// <param name="HasLetterKeys">Whether keys of a single character do something (WCAG 2.1.4).</param>
/// <param name="Language">The viewer's language; null for the one that the browser asks for.</param>
public sealed record DisplayChoice(
    DisplayTheme Theme,
    DisplayDensity Density,
    bool HasLetterKeys,
    UiLanguage? Language
)
{
    private const string BrowsersLanguage = "auto";
    private const string LetterKeys = "keys";
    private const string NoLetterKeys = "nokeys";

    /// <summary>What holds until something is chosen.</summary>
    public static DisplayChoice Default { get; } =
        new(DisplayTheme.System, DisplayDensity.Compact, HasLetterKeys: true, Language: null);

    /// <summary>The choice as it is kept: four words out of closed sets.</summary>
    public string Text => $"{Word(Theme)}.{Word(Density)}.{KeysWord}.{LanguageWord}";

    /// <summary>The word for the keys.</summary>
    public string KeysWord => HasLetterKeys ? LetterKeys : NoLetterKeys;

    /// <summary>The word for the language.</summary>
    public string LanguageWord => Language?.Tag ?? BrowsersLanguage;

    /// <summary>Reads what was kept. A word that is none of ours leaves that part at its default.</summary>
    public static DisplayChoice Parse(string? text) =>
        text?.Split('.') is not [var theme, var density, var keys, var language]
            ? Default
            : new(
                Find(theme, Default.Theme),
                Find(density, Default.Density),
                keys != NoLetterKeys,
                UiLanguage.Find(language)
            );

    /// <summary>The word of a theme or a density in the page and in what is kept.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T Find<T>(string word, T otherwise)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => Word(value) == word).Append(otherwise).First();
}
