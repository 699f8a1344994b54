using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace HeiChartViewer.Web.Language;

/// <summary>
/// The words of each language, from its resource file. The English of the source is the key and needs no file; words
/// that a file lacks are said in it.
/// </summary>
internal static class Vocabulary
{
    private static readonly ResourceManager Resources = new(
        $"{typeof(Vocabulary).Namespace}.Words",
        typeof(Vocabulary).Assembly
    );

    private static readonly FrozenDictionary<UiLanguage, FrozenDictionary<string, string>> Words =
        UiLanguage.All.ToFrozenDictionary(language => language, Read);

    public static string Translate(string english) =>
        Words[UiLanguage.Current].GetValueOrDefault(english, english);

    /// <summary>All that the language has of its own.</summary>
    public static FrozenDictionary<string, string> Of(UiLanguage language) => Words[language];

    private static FrozenDictionary<string, string> Read(UiLanguage language) =>
        (
            Resources.GetResourceSet(
                CultureInfo.GetCultureInfo(language.Tag),
                createIfNotExists: true,
                tryParents: false
            ) as IEnumerable
        )
            ?.Cast<DictionaryEntry>()
            .ToFrozenDictionary(entry => Phrase((string)entry.Key), entry => (string)entry.Value!)
        ?? FrozenDictionary<string, string>.Empty;

    /// <summary>
    /// Resources know no difference between capitals and small letters: there, a phrase that begins with a small one has a
    /// hyphen before it.
    /// </summary>
    private static string Phrase(string name) => name.StartsWith('-') ? name[1..] : name;
}
