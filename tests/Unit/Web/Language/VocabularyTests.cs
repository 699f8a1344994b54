using System.Text.RegularExpressions;
using HeiChartViewer.Tests.Unit.Client.Support;
using HeiChartViewer.Web.Language;

namespace HeiChartViewer.Tests.Unit.Web.Language;

/// <summary>Each language can say all that the viewer says, with every hole where it is filled.</summary>
public sealed partial class VocabularyTests
{
    private static readonly string Source = Path.Combine(Repository.Root, "src", "Web");

    [Fact]
    public void Words_are_said_as_literals_that_can_be_looked_up() =>
        Assert.Empty(SourcePhrases.Unreadable(Source));

    [Theory]
    [InlineData("sv")]
    [InlineData("ar")]
    public void Nothing_the_viewer_says_is_left_in_english(string tag) =>
        Assert.Empty(
            SourcePhrases
                .Find(Source)
                .Select(phrase => phrase.Key)
                .Except(Vocabulary.Of(UiLanguage.Find(tag)!).Keys)
        );

    [Theory]
    [InlineData("en-US")]
    [InlineData("sv")]
    [InlineData("ar")]
    public void No_words_are_kept_for_what_nobody_says(string tag) =>
        Assert.Empty(
            Vocabulary
                .Of(UiLanguage.Find(tag)!)
                .Keys.Except(SourcePhrases.Find(Source).Select(phrase => phrase.Key))
        );

    [Theory]
    [InlineData("en-US")]
    [InlineData("sv")]
    [InlineData("ar")]
    public void A_translation_has_the_holes_of_its_sentence_and_the_forms_of_its_language(
        string tag
    )
    {
        var language = UiLanguage.Find(tag)!;
        var plurals = SourcePhrases.Find(Source).Where(phrase => phrase.One is not null);
        var forms = plurals.ToDictionary(
            phrase => phrase.Key,
            _ => language == UiLanguage.Arabic ? Enum.GetValues<PluralForm>().Length : 2
        );

        Assert.All(
            Vocabulary.Of(language),
            entry =>
            {
                var said = entry.Value.Split('|');
                Assert.Equal(forms.GetValueOrDefault(entry.Key, 1), said.Length);
                Assert.All(
                    said,
                    form =>
                    {
                        Assert.False(string.IsNullOrWhiteSpace(form));
                        // "One allergy" needs no figure.
                        Assert.Empty(Holes(form).Except(Holes(entry.Key)));
                        Assert.Empty(
                            Holes(entry.Key)
                                .Except(said.Length > 1 ? [.. Holes(form), "{0}"] : Holes(form))
                        );
                    }
                );
            }
        );
    }

    private static List<string> Holes(string words) =>
        [.. Hole().Matches(words).Select(hole => hole.Value).Distinct()];

    [GeneratedRegex(@"(?<!\{)\{\d\}")]
    private static partial Regex Hole();
}
