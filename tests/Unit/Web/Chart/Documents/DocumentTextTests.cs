using System.Text;
using HeiChartViewer.Web.Chart.Documents;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Documents;

public sealed class DocumentTextTests
{
    private const string Words = "São Paulo, Åström: 5 µg\r\n\r\n  twice";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    public void Text_is_read_in_the_character_set_its_source_names(string charset)
    {
        var encoding =
            CodePagesEncodingProvider.Instance.GetEncoding(charset)
            ?? Encoding.GetEncoding(charset);

        var text = Read(encoding.GetBytes(Words), $"text/plain; charset=\"{charset}\"");

        Assert.Equal((Words, null, false), (text.Text, text.Guess, text.IsDamaged));
    }

    [Fact]
    public void A_byte_order_mark_counts_more_than_what_a_source_says()
    {
        byte[] marked = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Words)];

        Assert.Equal(Words, Read(marked, "text/plain; charset=iso-8859-1").Text);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>Åström</a>")]
    [InlineData("<html><meta charset=latin1><p>Åström")]
    [InlineData(
        "<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\"><p>Åström"
    )]
    public void A_document_may_say_itself_how_it_is_encoded(string written) =>
        Assert.Equal(written, Read(Encoding.Latin1.GetBytes(written), "text/html").Text);

    [Fact]
    public void Without_a_word_from_anybody_it_is_UTF_8_or_a_guess_that_is_told()
    {
        Assert.Equal((Words, null), Guessed(Encoding.UTF8));
        Assert.Equal((Words, "windows-1252"), Guessed(Encoding.Latin1));

        static (string, string?) Guessed(Encoding encoding) =>
            Read(encoding.GetBytes(Words), "text/plain; charset=unheard-of") is var text
                ? (text.Text, text.Guess)
                : default;
    }

    [Fact]
    public void Bytes_that_cannot_be_read_are_told()
    {
        var text = Read([0x35, 0xFF, 0x36], "text/plain; charset=utf-8");

        Assert.True(text.IsDamaged);
        Assert.Equal("5\uFFFD6", text.Text);
    }

    [Fact]
    public void Nothing_hidden_turns_a_dose_round()
    {
        var text = Read(Encoding.UTF8.GetBytes("\u202E05\u202C mg\a\tשלום\u200F"), "text/plain");

        Assert.Equal("[U+202E]05[U+202C] mg[U+0007]\tשלום\u200F", text.Text);
    }

    private static DocumentText Read(byte[] bytes, string contentType) =>
        DocumentText.Of(new DocumentBytes(bytes, contentType));
}
