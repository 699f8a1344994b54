using HeiChartViewer.Web.Launch.Smart;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

public sealed class SmartDiscoveryTests : IClassFixture<SmartServerStub>, IDisposable
{
    private const string Smart = "/.well-known/smart-configuration";
    private const string OpenId = "/.well-known/openid-configuration";

    private readonly SmartServerStub _server;
    private readonly SmartIssuer _issuer;
    private readonly ManualClock _clock = new();
    private readonly SmartBackchannel _backchannel = SmartServerStub.Backchannel();
    private readonly SmartDiscovery _discovery;

    public SmartDiscoveryTests(SmartServerStub server)
    {
        _server = server;
        _issuer = server.Issuer;
        _discovery = new SmartDiscovery(_backchannel, _clock);
        server.Asked.Clear();
        server.Documents[Smart] = Configuration();
        server.Documents.Remove(OpenId);
    }

    public void Dispose() => _backchannel.Dispose();

    [Fact]
    public async Task An_EHR_is_asked_once_in_ten_minutes()
    {
        await FindAsync();
        _clock.Advance(TimeSpan.FromMinutes(9));
        await FindAsync();
        Assert.Equal([Smart], _server.Asked);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await FindAsync();
        Assert.Equal([Smart, Smart], _server.Asked);
    }

    [Fact]
    public async Task What_a_SMART_configuration_leaves_out_is_in_that_of_OpenID_Connect()
    {
        _server.Documents[Smart] = Configuration("issuer", "jwks_uri");
        _server.Documents[OpenId] = Configuration();
        Assert.Equal($"{_server.Address}/jwks", (await FindAsync()).KeySet.ToString());
        Assert.Equal([Smart, OpenId], _server.Asked);
    }

    [Fact]
    public async Task A_configuration_of_OpenID_Connect_must_be_the_issuers_own()
    {
        _server.Documents[Smart] = Configuration("jwks_uri");
        var another = Configuration();
        another["issuer"] = "https://another.example.org";
        _server.Documents[OpenId] = another;
        Assert.Equal("metadata names another issuer", await RefusalAsync());
    }

    [Theory]
    [InlineData("plain")]
    [InlineData]
    [InlineData(null)]
    public async Task A_server_that_does_not_say_that_it_has_PKCE_by_S256_is_not_trusted(
        params string[]? methods
    )
    {
        var configuration = Configuration("code_challenge_methods_supported");
        if (methods is not null)
            configuration["code_challenge_methods_supported"] = methods;
        _server.Documents[Smart] = configuration;
        Assert.Equal("no PKCE by S256", await RefusalAsync());
    }

    [Fact]
    public async Task A_failure_is_not_remembered()
    {
        _server.Documents.Remove(Smart);
        Assert.Equal("smart-configuration: status 404", await RefusalAsync());
        _server.Documents[Smart] = Configuration();
        await FindAsync();
    }

    private Task<SmartMetadata> FindAsync() =>
        _discovery.FindAsync(_issuer, CancellationToken.None);

    private async Task<string> RefusalAsync() =>
        (await Assert.ThrowsAsync<SmartLaunchException>(FindAsync)).Detail;

    private Dictionary<string, object> Configuration(params string[] without)
    {
        var all = new Dictionary<string, object>
        {
            ["issuer"] = _server.Address,
            ["authorization_endpoint"] = $"{_server.Address}/authorize",
            ["token_endpoint"] = $"{_server.Address}/token",
            ["jwks_uri"] = $"{_server.Address}/jwks",
            ["code_challenge_methods_supported"] = new[] { "S256" },
        };
        foreach (var key in without)
            all.Remove(key);
        return all;
    }
}
