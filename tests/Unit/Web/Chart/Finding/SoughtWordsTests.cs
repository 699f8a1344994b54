using System.Globalization;
using HeiChartViewer.Web.Chart.Finding;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Finding;

public sealed class SoughtWordsTests
{
    [Theory]
    [InlineData("asthma", true)]
    [InlineData("ASTHMA bronch", true)]
    [InlineData("brónch  asthma", true)]
    [InlineData("asthma copd", false)]
    [InlineData("", false)]
    [InlineData("   ", false)]
    public void Every_word_must_occur_in_any_order_and_any_case(string typed, bool found) =>
        Assert.Equal(found, SoughtWords.In(typed).AllOccurIn(["Asthma, bronchial", "Active"]));

    [Fact]
    public void Words_may_occur_in_different_texts_of_one_record() =>
        Assert.True(SoughtWords.In("asthma active").AllOccurIn(["Asthma", "Status: Active"]));

    /// <summary>Plain texts are looked through by a quicker way, which may find neither more nor less.</summary>
    [Fact]
    public void Of_plain_letters_figures_and_marks_the_same_is_found_as_by_the_rules_of_languages()
    {
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        var plain = Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code).ToList();
        foreach (var first in plain)
        foreach (var second in plain)
        {
            var text = $"a{first}{second}b";
            var word = $"{char.ToUpperInvariant(second)}B";
            Assert.Equal(
                compare.IndexOf(
                    text,
                    word,
                    CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace
                ) >= 0,
                SoughtWords.In(word).AllOccurIn([text])
            );
        }
    }

    [Fact]
    public void A_quote_is_the_sources_own_text_with_what_was_sought_marked()
    {
        var parts = SoughtWords.In("potassium").Excerpt("Serum Potassium high")!;

        Assert.Equal("Serum Potassium high", string.Concat(parts.Select(part => part.Text)));
        Assert.Equal("Potassium", Assert.Single(parts, part => part.IsSought).Text);
    }

    [Fact]
    public void A_long_text_is_cut_around_the_place_and_says_so()
    {
        var text = new string('a', 500) + " needle " + new string('b', 500);

        var parts = SoughtWords.In("needle").Excerpt(text, around: 10)!;

        Assert.Equal(
            "…aaaaaaaaa needle bbbbbbbbb…",
            string.Concat(parts.Select(part => part.Text))
        );
    }

    [Fact]
    public void A_text_without_any_of_the_words_is_not_quoted() =>
        Assert.Null(SoughtWords.In("needle").Excerpt("hay"));

    [Fact]
    public void Overlapping_words_are_marked_once()
    {
        var parts = SoughtWords.In("hyper hypertension").Excerpt("Hypertension")!;

        Assert.Equal("Hypertension", string.Concat(parts.Select(part => part.Text)));
    }

    [Fact]
    public void Whatever_is_typed_is_looked_for_as_text_and_quotes_lose_nothing()
    {
        var random = new Random(7);
        const string Alphabet = "ab \u0301ßI\u0130\U0001F600<>&\"%*[(\\\0";
        for (var i = 0; i < 2_000; i++)
        {
            var text = Any(random, 40);
            var parts = SoughtWords.In(Any(random, 6)).Excerpt(text, around: 1_000);
            if (parts is not null)
                Assert.Equal(text, string.Concat(parts.Select(part => part.Text)));
        }

        static string Any(Random random, int most) =>
            string.Concat(
                Enumerable
                    .Range(0, random.Next(most))
                    .Select(_ => Alphabet[random.Next(Alphabet.Length)])
            );
    }
}
