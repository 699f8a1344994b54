using System.Globalization;
using HeiChartViewer.Web.Chart.Printing;
using HeiChartViewer.Web.Language;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Printing;

/// <summary>Paper speaks the reader's language too.</summary>
public sealed class PrintWordsTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    [Theory]
    [InlineData("en-GB", "--print-number: \"page \" counter(page) \" of \" counter(pages) \"\"")]
    [InlineData("sv", "--print-number: \"sida \" counter(page) \" av \" counter(pages) \"\"")]
    public void Promise_23_The_browsers_page_numbers_stand_in_the_readers_words(
        string language,
        string expected
    )
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Assert.Contains(expected, PrintWords.Style, StringComparison.Ordinal);
    }

    [Fact]
    public void No_words_can_end_their_string_or_their_property()
    {
        foreach (var language in UiLanguage.All)
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language.Tag);

            Assert.All(
                PrintWords.Style.Split("; "),
                property =>
                {
                    Assert.StartsWith("--print-", property, StringComparison.Ordinal);
                    Assert.Equal(0, property.Count(letter => letter == '"') % 2);
                    Assert.DoesNotContain(property, letter => letter < ' ');
                }
            );
        }
    }
}
