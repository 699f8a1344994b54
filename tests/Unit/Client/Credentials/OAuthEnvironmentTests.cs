using HealtheIntent.Client;

namespace HeiChartViewer.Tests.Unit.Client.Credentials;

public sealed class OAuthEnvironmentTests
{
    [Theory]
    [InlineData(
        "https://oauth-api.cerner.com/oauth/access",
        "https://api.cernercare.com/oauth/access",
        0
    )]
    [InlineData(
        "https://oauth-api.sandboxcerner.com/oauth/access",
        "https://api.sandboxcernercare.com/oauth/access",
        1
    )]
    [InlineData(
        "https://oauth-api.devcerner.com/oauth/access",
        "https://api.devcernercare.com/oauth/access",
        2
    )]
    public void Each_environment_has_the_contracts_two_hosts(
        string address,
        string alias,
        int known
    )
    {
        var environment = OAuthEnvironment.Known[known];

        Assert.Equal(address, environment.TokenAddress.AbsoluteUri);
        Assert.Equal(alias, environment.AliasTokenAddress.AbsoluteUri);
        Assert.Same(environment, OAuthEnvironment.Of(new Uri(address)));
        Assert.Same(environment, OAuthEnvironment.Of(new Uri(alias)));
    }

    [Theory]
    [InlineData("https://oauth-api.cerner.com.evil.example/")]
    [InlineData("https://gateway.example/oauth/access")]
    [InlineData("oauth-api.cerner.com")]
    public void Another_host_is_in_no_known_environment(string address) =>
        Assert.Null(OAuthEnvironment.Of(new Uri(address, UriKind.RelativeOrAbsolute)));
}
