using HeiChartViewer.Tests.Unit.Sandbox.Smart;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Tests.Unit.Web.Launch.Smart;

/// <summary>A chart and the EHR's grant for it live and end together.</summary>
public sealed class SmartAuthorityTests : IAsyncLifetime
{
    private static readonly TimeSpan NearlyExpired = TimeSpan.FromMinutes(9.5);

    // The sandbox's sessions remember presence: each test has an EHR of its own.
    private readonly SmartHost _ehr = new();

    public Task InitializeAsync() => _ehr.InitializeAsync();

    public Task DisposeAsync() => _ehr.DisposeAsync();

    [Fact]
    public async Task The_grant_of_an_active_user_is_renewed_before_it_ends()
    {
        await using var viewer = await SmartViewer.StartAsync(_ehr);
        var session = await OpenAsync(viewer);
        var grant = viewer.Authority.Find(session.Id)!;
        var (access, refresh) = (grant.Tokens.AccessToken, grant.RefreshToken);

        await ActAndWaitAsync(viewer, session, TimeSpan.FromMinutes(5));
        Assert.Equal(access, grant.Tokens.AccessToken);
        await ActAndWaitAsync(viewer, session, TimeSpan.FromMinutes(4.5));

        Assert.NotEqual(access, grant.Tokens.AccessToken);
        Assert.NotEqual(refresh, grant.RefreshToken);
        Assert.NotNull(viewer.Sessions.Find(session.Id));
    }

    [Fact]
    public async Task Nothing_is_renewed_for_a_user_who_does_nothing_until_they_come_back()
    {
        await using var viewer = await SmartViewer.StartAsync(_ehr);
        var session = await OpenAsync(viewer);
        var grant = viewer.Authority.Find(session.Id)!;
        var access = grant.Tokens.AccessToken;

        _ehr.Clock.Advance(TimeSpan.FromMinutes(20));
        await viewer.Authority.TendAsync(CancellationToken.None);
        Assert.Equal(access, grant.Tokens.AccessToken);
        viewer.Authority.Touch(session.Id);
        await viewer.Authority.TendAsync(CancellationToken.None);

        Assert.NotEqual(access, grant.Tokens.AccessToken);
    }

    [Fact]
    public async Task Control_49_The_EHR_learns_when_the_user_was_last_active()
    {
        await using var viewer = await SmartViewer.StartAsync(_ehr);
        var session = await OpenAsync(viewer);
        var grant = viewer.Authority.Find(session.Id)!;
        Assert.Equal(TimeSpan.FromMinutes(30), grant.Tokens.ActiveLife);

        _ehr.Clock.Advance(TimeSpan.FromMinutes(4));
        viewer.Authority.Touch(session.Id);
        _ehr.Clock.Advance(TimeSpan.FromMinutes(5.5));
        await viewer.Authority.TendAsync(CancellationToken.None);

        Assert.Equal(TimeSpan.FromMinutes(24.5), grant.Tokens.ActiveLife);
    }

    [Fact]
    public async Task A_chart_ends_where_the_EHR_refuses_to_renew_its_grant()
    {
        await using var viewer = await SmartViewer.StartAsync(_ehr);
        var browser = await new SmartBrowser(_ehr, viewer).SignInAsync();
        using var answer = await browser.LaunchAsync();
        var session = viewer.Opened(answer);
        using var signedOut = await browser.PostToEhrAsync("/ehr/sign-out", []);

        await ActAndWaitAsync(viewer, session, NearlyExpired);

        Assert.Null(viewer.Sessions.Find(session.Id));
        Assert.Null(viewer.Authority.Find(session.Id));
        Assert.Equal(AuditAction.SessionEnded, viewer.Audit.Last.Action);
        Assert.Equal("the EHR did not renew its grant: invalid_grant", viewer.Audit.Last.Detail);
    }

    [Fact]
    public async Task A_chart_ends_where_the_EHR_renews_its_grant_for_another_patient()
    {
        await using var viewer = await SmartViewer.StartAsync(_ehr);
        var session = await OpenAsync(viewer);
        await _ehr.MisbehaveAsync("otherPatient");

        await ActAndWaitAsync(viewer, session, NearlyExpired);

        Assert.Null(viewer.Sessions.Find(session.Id));
        Assert.Equal("the EHR renewed its grant for another patient", viewer.Audit.Last.Detail);
    }

    [Fact]
    public async Task A_chart_does_not_end_because_the_EHR_does_not_answer()
    {
        await using var viewer = await SmartViewer.StartAsync(_ehr);
        var session = await OpenAsync(viewer);
        await _ehr.MisbehaveAsync("tokenError");
        await ActAndWaitAsync(viewer, session, NearlyExpired);
        Assert.NotNull(viewer.Sessions.Find(session.Id));
        var access = viewer.Authority.Find(session.Id)!.Tokens.AccessToken;

        await _ehr.MisbehaveAsync("none");
        await viewer.Authority.TendAsync(CancellationToken.None);

        Assert.NotEqual(access, viewer.Authority.Find(session.Id)!.Tokens.AccessToken);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_tokens_of_a_chart_that_has_ended_are_ended_at_the_EHR(bool isSaid)
    {
        await using var viewer = await SmartViewer.StartAsync(_ehr);
        var session = await OpenAsync(viewer);
        var token = viewer.Authority.Find(session.Id)!.Tokens.AccessToken;
        var ehr = new SmartApp(_ehr);
        using (var before = await ehr.ReadAsync("Patient/151579", token))
            Assert.True(before.IsSuccessStatusCode);

        // A session may be ended by whoever says so, or by its own time.
        if (isSaid)
            viewer.Authority.End(session.Id);
        viewer.Sessions.End(session.Id);
        await viewer.Authority.TendAsync(CancellationToken.None);

        Assert.Null(viewer.Authority.Find(session.Id));
        using var after = await ehr.ReadAsync("Patient/151579", token);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task The_tokens_of_a_launch_that_opened_no_chart_are_ended_at_the_EHR()
    {
        await using var viewer = await SmartViewer.StartAsync(
            _ehr,
            ("HealtheIntent:Credential:BearerToken", "refused")
        );
        var browser = await new SmartBrowser(_ehr, viewer).SignInAsync();
        using var answer = await browser.LaunchAsync();
        Assert.StartsWith("LookupFailed", viewer.Audit.Last.Detail, StringComparison.Ordinal);
        Assert.Equal(1, viewer.Authority.Leaving);

        await viewer.Authority.TendAsync(CancellationToken.None);

        Assert.Equal(0, viewer.Authority.Leaving);
    }

    private async Task<ChartSession> OpenAsync(SmartViewer viewer)
    {
        var browser = await new SmartBrowser(_ehr, viewer).SignInAsync();
        using var answer = await browser.LaunchAsync();
        return viewer.Opened(answer);
    }

    private async Task ActAndWaitAsync(SmartViewer viewer, ChartSession session, TimeSpan time)
    {
        _ehr.Clock.Advance(TimeSpan.FromSeconds(1));
        viewer.Authority.Touch(session.Id);
        _ehr.Clock.Advance(time - TimeSpan.FromSeconds(1));
        await viewer.Authority.TendAsync(CancellationToken.None);
    }
}
