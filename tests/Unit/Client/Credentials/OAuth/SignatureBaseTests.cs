using FsCheck;
using FsCheck.Fluent;
using HealtheIntent.Client.Credentials.OAuth;

namespace HeiChartViewer.Tests.Unit.Client.Credentials.OAuth;

public sealed class SignatureBaseTests
{
    // RFC 5849, 3.4.1.1, with the body's form and the header's parameters in the order of the request.
    private static readonly OAuthParameter[] Example =
    [
        .. OAuthParameter.OfForm("c2&a3=2+q"),
        OAuthParameter.Of("oauth_consumer_key", "9djdj82h48djs9d2"),
        OAuthParameter.Of("oauth_token", "kkk9d7dh3k39sjv7"),
        OAuthParameter.Of("oauth_signature_method", "HMAC-SHA1"),
        OAuthParameter.Of("oauth_timestamp", "137131201"),
        OAuthParameter.Of("oauth_nonce", "7d8f3e4a"),
        OAuthParameter.Of("oauth_signature", "bYT5CMsGcbgUdFHObYMEfcx6bsw="),
    ];

    [Fact]
    public void The_example_of_RFC_5849_gives_its_base_string() =>
        Assert.Equal(
            "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7",
            SignatureBase.Of(
                HttpMethod.Post,
                new Uri("http://example.com/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b"),
                Example
            )
        );

    // RFC 5849, 3.4.1.2, and what else a host may look like.
    [Theory]
    [InlineData("http://EXAMPLE.COM:80/r%20v/X?id=123", "http://example.com/r%20v/X")]
    [InlineData("https://www.example.net:8080/?q=1", "https://www.example.net:8080/")]
    [InlineData("https://example.com:443/", "https://example.com/")]
    [InlineData("http://example.com:443/", "http://example.com:443/")]
    [InlineData("http://[::1]:5090/a", "http://[::1]:5090/a")]
    [InlineData("https://bücher.example/a", "https://xn--bcher-kva.example/a")]
    public void The_address_is_without_query_and_default_port(string address, string place) =>
        Assert.StartsWith(
            $"GET&{PercentEncoding.Encode(place)}&",
            SignatureBase.Of(HttpMethod.Get, new Uri(address), []),
            StringComparison.Ordinal
        );

    // RFC 5849, 3.4.1.3.2.
    [Fact]
    public void Parameters_are_sorted_as_they_are_encoded_by_name_and_then_by_value() =>
        Assert.EndsWith(
            PercentEncoding.Encode("a=1&a=2&a%20=3&a-=4&b%C3%A9=5&b~=6"),
            SignatureBase.Of(
                HttpMethod.Get,
                new Uri("https://example.com/?b~=6&b%c3%a9=5&a=2&a+=3"),
                [OAuthParameter.Of("a-", "4"), OAuthParameter.Of("a", "1")]
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Any_parameters_in_any_order_give_the_same_three_parts()
    {
        var address = new Uri("https://example.com/x");
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                ArbMap.Default.ArbFor<(string Name, string Value)[]>(),
                pairs =>
                {
                    var parameters = (pairs ?? [])
                        .Select(pair => OAuthParameter.Of(pair.Name ?? "", pair.Value ?? ""))
                        .ToList();
                    var text = SignatureBase.Of(HttpMethod.Get, address, parameters);
                    var parts = text.Split('&');
                    // What was sent as a query is the same as what is given as a parameter.
                    var query = string.Join(
                        '&',
                        parameters.Select(parameter =>
                            $"{parameter.EncodedName}={parameter.EncodedValue}"
                        )
                    );
                    var read = OAuthParameter.OfForm(query).ToList();
                    var normal = Uri.UnescapeDataString(parts[2]);
                    return parts.Length == 3
                        && text
                            == SignatureBase.Of(
                                HttpMethod.Get,
                                address,
                                parameters.AsEnumerable().Reverse()
                            )
                        && read.SequenceEqual(parameters)
                        && (
                            normal.Length == 0
                                ? parameters.Count == 0
                                : normal.Split('&').Length == parameters.Count
                        );
                }
            )
        );
    }
}
