using HealtheIntent.Client.Credentials.OAuth;

namespace HeiChartViewer.Tests.Unit.Client.Credentials.OAuth;

public sealed class OAuthTokenTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_contracts_answer_is_read_whole()
    {
        var token = Read(
            "oauth_token=ConsumerKey%3Da%26ExpiresOn%3D1%26RSASHA1%3Dx-_%253D&oauth_token_secret=s%2Ft+u&oauth_session_handle=h&oauth_expires_in=3600&oauth_authorization_expires_in=86400\n"
        );

        Assert.Equal("ConsumerKey=a&ExpiresOn=1&RSASHA1=x-_%3D", token?.Value);
        Assert.Equal("s/t u", token?.Secret);
        Assert.Equal(Now.AddHours(1), token?.ExpiresAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&oauth_expires_in=-5")]
    [InlineData("&oauth_expires_in=soon")]
    public void Without_a_lifetime_that_can_be_read_it_has_the_usual_one(string rest)
    {
        var token = Read("oauth_token=t&oauth_token_secret=s" + rest);

        Assert.Equal(Now.AddHours(1), token?.ExpiresAt);
    }

    [Fact]
    public void Its_text_is_its_types_name() =>
        Assert.Equal("OAuthToken", Read("oauth_token=t&oauth_token_secret=s")?.ToString());

    [Theory]
    [InlineData("", false, null)]
    [InlineData("&oauth_session_handle=", false, null)]
    [InlineData("&oauth_session_handle=h", true, null)]
    [InlineData("&oauth_session_handle=h&oauth_authorization_expires_in=7200", true, 2)]
    public void Its_authorization_is_the_one_of_its_handle(string rest, bool has, int? hours)
    {
        var session = Read("oauth_token=t&oauth_token_secret=s" + rest)?.Session;

        Assert.Equal(has, session is not null);
        Assert.Equal(hours is null ? null : Now.AddHours(hours.Value), session?.EndsAt);
        if (hours is not null)
        {
            Assert.True(session!.Lasts(Now.AddHours(2).AddTicks(-1)));
            Assert.False(session.Lasts(Now.AddHours(2)));
        }
    }

    private static OAuthToken? Read(string form) =>
        OAuthToken.Read(
            form,
            new TokenTerms(new ConsumerPair("key", "secret"), null, null),
            "accessor",
            Now
        );
}
