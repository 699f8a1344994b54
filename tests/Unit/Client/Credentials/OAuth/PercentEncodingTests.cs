using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HealtheIntent.Client.Credentials.OAuth;

namespace HeiChartViewer.Tests.Unit.Client.Credentials.OAuth;

public sealed class PercentEncodingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("abcXYZ019-._~", "abcXYZ019-._~")]
    [InlineData("a b+c", "a%20b%2Bc")]
    [InlineData("!*'()&=%\"", "%21%2A%27%28%29%26%3D%25%22")]
    [InlineData("ü☃", "%C3%BC%E2%98%83")]
    public void Only_unreserved_characters_stand_for_themselves(string text, string encoded) =>
        Assert.Equal(encoded, PercentEncoding.Encode(text));

    [Fact]
    public void Any_text_is_encoded_as_RFC_3986_says_and_can_be_read_back() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                text =>
                {
                    text ??= "";
                    var encoded = PercentEncoding.Encode(text);
                    var bytes = Encoding.UTF8.GetBytes(text);
                    return encoded == Uri.EscapeDataString(Encoding.UTF8.GetString(bytes))
                        && PercentEncoding.DecodeForm(encoded).AsSpan().SequenceEqual(bytes);
                }
            )
        );

    [Fact]
    public void Bytes_that_are_no_text_survive()
    {
        byte[] bytes = [0x00, 0x20, 0x7f, 0x80, 0xff];

        Assert.Equal("%00%20%7F%80%FF", PercentEncoding.Encode(bytes));
        Assert.Equal(bytes, PercentEncoding.DecodeForm("%00+%7f%80%ff"));
    }
}
