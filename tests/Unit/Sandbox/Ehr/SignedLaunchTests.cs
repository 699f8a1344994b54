using System.Net;
using AngleSharp.Html.Parser;
using HeiChartViewer.Tests.Unit.Sandbox.Smart;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Tests.Unit.Sandbox.Ehr;

public sealed class SignedLaunchTests(SmartHost host) : IClassFixture<SmartHost>, IAsyncLifetime
{
    private const string Audience = "http://127.0.0.1:5080/launch";

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => (await host.Http.DeleteAsync("/sandbox/smart")).Dispose();

    [Theory]
    [InlineData("signed")]
    [InlineData("signed-post")]
    public async Task The_EHR_signs_who_opens_whom_and_why(string kind)
    {
        var token = await LaunchAsync(kind);
        var result = await ValidateAsync(token);

        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal("4100101", result.Claims["sub"]);
        Assert.Equal("151579", result.Claims["patient"]);
        Assert.Equal(SandboxHost.StBrigid, result.Claims["data_partition"]);
        Assert.Equal("TREAT", result.Claims["purpose_of_use"]);
        var jws = new JsonWebToken(token);
        Assert.Equal(host.Clock.GetUtcNow().UtcDateTime, jws.IssuedAt);
        Assert.InRange(
            jws.ValidTo - jws.ValidFrom,
            TimeSpan.FromSeconds(1),
            TimeSpan.FromSeconds(120)
        );
        Assert.NotEqual(jws.Id, new JsonWebToken(await LaunchAsync(kind)).Id);
    }

    [Theory]
    [InlineData("signedLaunchExpired", typeof(SecurityTokenInvalidLifetimeException))]
    [InlineData("signedLaunchWrongAudience", typeof(SecurityTokenInvalidAudienceException))]
    [InlineData("signedLaunchBadSignature", typeof(SecurityTokenInvalidSignatureException))]
    public async Task A_signed_launch_is_wrong_in_the_one_way_asked_for(
        string misbehaviour,
        Type refusal
    )
    {
        await host.MisbehaveAsync(misbehaviour);
        var result = await ValidateAsync(await LaunchAsync("signed"));
        Assert.IsType(refusal, result.Exception);
    }

    [Fact]
    public async Task Replayed_launches_share_their_jti()
    {
        await host.MisbehaveAsync("signedLaunchReplayed");
        var first = new JsonWebToken(await LaunchAsync("signed"));
        var second = new JsonWebToken(await LaunchAsync("signed"));
        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public async Task Nobody_signed_in_means_nothing_signed()
    {
        using var launch = await host.Http.GetAsync($"{SmartApp.Launches}?kind=signed");
        Assert.Equal(HttpStatusCode.Forbidden, launch.StatusCode);
        using var chart = await host.Http.GetAsync(
            $"/ehr/patients/{SandboxHost.StBrigid}/151579?kind=smart"
        );
        Assert.StartsWith(
            "/ehr/sign-in?returnTo=%2Fehr%2Fpatients",
            chart.Headers.Location!.OriginalString,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Plain_parameters_are_filled_in_as_Millennium_does()
    {
        var app = await new SmartApp(host).SignInAsync();
        using var launch = await app.GetAsync($"{SmartApp.Launches}?kind=plain");
        var query = SmartApp.QueryOf(launch);
        Assert.Equal("151579.00", query["personId"]);
        Assert.Equal($"^{SandboxHost.StBrigid}^", query["dataPartitionId"]);
        Assert.Equal("4100101.00", query["userId"]);
        Assert.Equal("^powerchart.exe^", query["app"]);
    }

    private async Task<string> LaunchAsync(string kind)
    {
        var app = await new SmartApp(host).SignInAsync();
        using var answer = await app.GetAsync($"{SmartApp.Launches}?kind={kind}");
        if (kind == "signed")
            return SmartApp.QueryOf(answer)["token"]!;
        var form = new HtmlParser()
            .ParseDocument(await answer.Content.ReadAsStringAsync())
            .QuerySelector("form")!;
        Assert.Equal(
            (Audience, "post"),
            (form.GetAttribute("action"), form.GetAttribute("method"))
        );
        return form.QuerySelector("input[name=token]")!.GetAttribute("value")!;
    }

    private async Task<TokenValidationResult> ValidateAsync(string token) =>
        await new SmartApp(host).ValidateAsync(
            token,
            await host.Http.GetStringAsync("/ehr/launch-keys"),
            new Uri(host.Server.BaseAddress, "/ehr").ToString(),
            Audience,
            "launch+jwt"
        );
}
