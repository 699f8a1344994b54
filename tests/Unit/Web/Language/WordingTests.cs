using System.Globalization;
using HealtheIntent.Client;
using HeiChartViewer.Web.Chart;
using HeiChartViewer.Web.Language;
using static HeiChartViewer.Web.Language.Wording;

namespace HeiChartViewer.Tests.Unit.Web.Language;

public sealed class WordingTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    [Theory]
    [InlineData("", "en-GB")]
    [InlineData("en-GB", "en-GB")]
    [InlineData("en-US", "en-US")]
    [InlineData("en-AU", "en-GB")]
    [InlineData("sv-SE", "sv")]
    [InlineData("ar-EG", "ar")]
    [InlineData("zh-CN", "en-GB")]
    public void The_language_is_the_readers_where_the_viewer_speaks_it(string culture, string tag)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(tag, UiLanguage.Current.Tag);
    }

    [Theory]
    [InlineData(0, PluralForm.Zero)]
    [InlineData(1, PluralForm.One)]
    [InlineData(2, PluralForm.Two)]
    [InlineData(3, PluralForm.Few)]
    [InlineData(10, PluralForm.Few)]
    [InlineData(11, PluralForm.Many)]
    [InlineData(99, PluralForm.Many)]
    [InlineData(100, PluralForm.Other)]
    [InlineData(102, PluralForm.Other)]
    [InlineData(103, PluralForm.Few)]
    [InlineData(111, PluralForm.Many)]
    public void Arabic_has_six_forms_beside_a_number(int number, PluralForm form) =>
        Assert.Equal(form, UiLanguage.Arabic.FormOf(number));

    [Fact]
    public void What_is_not_translated_is_said_in_the_english_of_the_source()
    {
        Speak(UiLanguage.Swedish);
        var source = "Nowhere";

        Assert.Equal("as sent {by} Nowhere", Say($"as sent {{by}} {source}"));
        Assert.Equal(
            "1 unheard-of thing",
            Counted(1, "{0} unheard-of thing", "{0} unheard-of things")
        );
    }

    [Fact]
    public void A_phrase_is_said_in_the_language_of_whoever_reads_it_then()
    {
        var phrase = Phrase.Of("Colours");
        Assert.Equal("Colours", $"{phrase}");

        Speak(UiLanguage.AmericanEnglish);

        Assert.Equal("Colors", $"{phrase}");
        Assert.Equal("", default(Phrase).ToString());
    }

    [Theory]
    [InlineData("en-US", "1,234,567")]
    [InlineData("sv", "1\u00a0234\u00a0567")]
    [InlineData("ar", "1,234,567")]
    public void A_count_has_no_comma_where_that_is_a_decimal_sign(string tag, string text)
    {
        Speak(UiLanguage.Find(tag)!);

        Assert.Equal(text, Number(1234567));
    }

    [Fact]
    public void Among_words_from_right_to_left_a_value_is_set_apart_so_that_none_is_turned_round()
    {
        Speak(UiLanguage.Arabic);
        var range = "3.5–5.0";

        Assert.Equal("المدى \u20683.5–5.0\u2069", Say($"range {range}"));
        Assert.Equal(
            "سجلان في \u20683.5–5.0\u2069",
            Counted(2, "{0} record in {1}", "{0} records in {1}", range)
        );
    }

    [Theory]
    [InlineData(0, "0 poster", "0 سجل")]
    [InlineData(1, "1 post", "سجل واحد")]
    [InlineData(2, "2 poster", "سجلان")]
    [InlineData(5, "5 poster", "5 سجلات")]
    [InlineData(40, "40 poster", "40 سجلًا")]
    [InlineData(100, "100 poster", "100 سجل")]
    public void A_noun_has_the_form_that_its_number_asks_for(
        int number,
        string swedish,
        string arabic
    )
    {
        Speak(UiLanguage.Swedish);
        Assert.Equal(swedish, Counted(number, "{0} record", "{0} records"));

        Speak(UiLanguage.Arabic);
        Assert.Equal(arabic, Counted(number, "{0} record", "{0} records"));
    }

    [Fact]
    public void DTa_0002_A_month_is_a_word_in_every_language_and_a_day_is_two_digits()
    {
        foreach (var language in UiLanguage.All)
        {
            Speak(language);
            var months = Enumerable
                .Range(1, 12)
                .Select(month => ClinicalDate.Day(PartialDate.Parse($"2026-{month:00}-03")))
                .ToList();

            Assert.Equal(12, months.Distinct().Count());
            Assert.All(months, date => Assert.Matches(@"^03-\p{L}+-2026$", date));
        }
    }

    private static void Speak(UiLanguage language) =>
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.Tag);
}
