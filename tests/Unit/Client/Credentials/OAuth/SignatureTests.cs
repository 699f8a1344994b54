using HealtheIntent.Client;
using HealtheIntent.Client.Credentials.OAuth;

namespace HeiChartViewer.Tests.Unit.Client.Credentials.OAuth;

public sealed class SignatureTests
{
    private const string ConsumerKey = "dpf43f3p2l4k3l03";
    private const string ConsumerSecret = "kd94hf93k423kf44";

    // RFC 5849, 1.2.
    [Fact]
    public void The_RFCs_request_for_a_token_has_the_RFCs_signature() =>
        Assert.Equal(
            "gKgrFCywp7rO0OXSjdot/IHF7IU=",
            Signature.Of(
                OAuthSignatureMethod.HmacSha1,
                HttpMethod.Post,
                new Uri("https://photos.example.net/token"),
                [
                    OAuthParameter.Of("oauth_consumer_key", ConsumerKey),
                    OAuthParameter.Of("oauth_token", "hh5s93j4hdidpola"),
                    OAuthParameter.Of("oauth_signature_method", "HMAC-SHA1"),
                    OAuthParameter.Of("oauth_timestamp", "137131201"),
                    OAuthParameter.Of("oauth_nonce", "walatlh"),
                    OAuthParameter.Of("oauth_verifier", "hfdp7dh39dks9884"),
                ],
                ConsumerSecret,
                "hdhd0244k9j7ao03"
            )
        );

    // RFC 5849, 1.2: the parameters of the query are signed too.
    [Fact]
    public void The_RFCs_call_with_a_token_has_the_RFCs_signature() =>
        Assert.Equal(
            "MdpQcU8iPSUjWoN/UDMsK2sui9I=",
            Signature.Of(
                OAuthSignatureMethod.HmacSha1,
                HttpMethod.Get,
                new Uri("http://photos.example.net/photos?file=vacation.jpg&size=original"),
                [
                    OAuthParameter.Of("oauth_consumer_key", ConsumerKey),
                    OAuthParameter.Of("oauth_token", "nnch734d00sl2jdk"),
                    OAuthParameter.Of("oauth_signature_method", "HMAC-SHA1"),
                    OAuthParameter.Of("oauth_timestamp", "137131202"),
                    OAuthParameter.Of("oauth_nonce", "chapoH"),
                ],
                ConsumerSecret,
                "pfkkdhi9sl3r4s00"
            )
        );

    // RFC 5849, 3.4.1, with the signature of its erratum 2550.
    [Fact]
    public void The_RFCs_base_string_has_the_signature_of_its_erratum() =>
        Assert.Equal(
            "r6/TJjbCOr97/+UU0NsvSne7s5g=",
            Signature.Of(
                OAuthSignatureMethod.HmacSha1,
                HttpMethod.Post,
                new Uri("http://example.com/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b"),
                [
                    .. OAuthParameter.OfForm("c2&a3=2+q"),
                    OAuthParameter.Of("oauth_consumer_key", "9djdj82h48djs9d2"),
                    OAuthParameter.Of("oauth_token", "kkk9d7dh3k39sjv7"),
                    OAuthParameter.Of("oauth_signature_method", "HMAC-SHA1"),
                    OAuthParameter.Of("oauth_timestamp", "137131201"),
                    OAuthParameter.Of("oauth_nonce", "7d8f3e4a"),
                ],
                "j49sk3j29djd",
                "dh893hdasih9"
            )
        );

    // RFC 5849, 3.4.4: each half is encoded by itself, and the ampersand stands though a half is empty.
    [Theory]
    [InlineData("a&b", "c d", "a%26b&c%20d")]
    [InlineData("secret", "", "secret&")]
    [InlineData("", "secret", "&secret")]
    public void In_plaintext_the_signature_is_both_secrets(
        string left,
        string right,
        string text
    ) =>
        Assert.Equal(
            text,
            Signature.Of(
                OAuthSignatureMethod.Plaintext,
                HttpMethod.Get,
                new Uri("https://example.com/"),
                [],
                left,
                right
            )
        );

    [Fact]
    public void No_nonce_comes_twice() =>
        Assert.Distinct(Enumerable.Range(0, 1000).Select(_ => Signature.CreateNonce()));
}
