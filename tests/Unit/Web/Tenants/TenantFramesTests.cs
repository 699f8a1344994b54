using System.Net;
using HeiChartViewer.Tests.Unit.Web.Security;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Launch;
using HeiChartViewer.Web.Security;
using HeiChartViewer.Web.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Tenants;

/// <summary>Who may frame a page, and how long a chart is open, its tenant decides.</summary>
public sealed class TenantFramesTests(TenantsViewer viewer) : IClassFixture<TenantsViewer>
{
    private const string South = "https://ehr.south.example.org";
    private const string North = "https://ehr.north.example.org";

    [Theory]
    [InlineData(TenantsViewer.South, South)]
    [InlineData(TenantsViewer.North, North)]
    [InlineData(TenantsViewer.Clinic, North)]
    public async Task A_chart_and_its_documents_are_framed_by_their_own_tenants_EHRs_and_no_other(
        string host,
        string ancestor
    )
    {
        using var launch = await viewer.LaunchAsync(host);
        var session = viewer.Opened(launch);

        using var chart = await viewer.Http.GetAsync(launch.Headers.Location);
        using var document = await viewer.Http.GetAsync($"/chart/{session.Id.Value}/document/none");

        Assert.Equal(HttpStatusCode.OK, chart.StatusCode);
        Assert.Equal(ancestor, Ancestors(launch));
        Assert.Equal(ancestor, Ancestors(chart));
        Assert.Equal($"'self' {ancestor}", Ancestors(document));
    }

    [Fact]
    public async Task A_refusal_is_framed_by_any_tenants_EHRs_until_the_tenant_is_known()
    {
        using var unreadable = await viewer.Http.GetAsync("/launch?token=nothing");
        using var forged = await viewer.LaunchAsync(
            TenantsViewer.North,
            signedBy: TenantsViewer.South
        );
        using var closed = await viewer.Http.GetAsync("/chart/none");
        var id = $"once-{nameof(TenantFramesTests)}";
        using var first = await viewer.LaunchAsync(
            TenantsViewer.North,
            claims => claims["jti"] = id
        );
        using var replayed = await viewer.LaunchAsync(
            TenantsViewer.North,
            claims => claims["jti"] = id
        );
        viewer.NorthTenant.IsDown = true;
        using var unanswered = await viewer.LaunchAsync(TenantsViewer.North);
        viewer.NorthTenant.IsDown = false;

        foreach (var answer in new[] { unreadable, forged, closed })
            Assert.Equal($"{South} {North}", Ancestors(answer));
        Assert.Equal(HttpStatusCode.Forbidden, replayed.StatusCode);
        Assert.Equal(HttpStatusCode.BadGateway, unanswered.StatusCode);
        foreach (var answer in new[] { replayed, unanswered })
            Assert.Equal(North, Ancestors(answer));
    }

    /// <summary>A launch that goes on where a provider signs its user in is refused on the provider's way back.</summary>
    [Fact]
    public async Task What_nobody_may_frame_is_framed_by_nobody_also_where_the_tenant_of_a_launch_is_known()
    {
        var tenant = viewer.Services.GetRequiredService<ViewerTenants>().Default;
        var headers = new SecurityHeaders(
            context =>
            {
                LaunchTenant.Tell(context, tenant);
                return Task.CompletedTask;
            },
            viewer.Services.GetRequiredService<ViewerTenants>(),
            viewer.Sessions,
            new ViewerMode(null as Uri)
        );

        Assert.Equal(
            (South, "'none'"),
            (await PolicyAsync("/launch/callback"), await PolicyAsync("/sign-in/callback"))
        );

        async Task<string> PolicyAsync(string path)
        {
            var start = new StartingResponse();
            var context = new DefaultHttpContext { Request = { Path = path } };
            context.Features.Set<IHttpResponseFeature>(start);
            await headers.InvokeAsync(context);
            await start.FireAsync();
            return Ancestors(start.Headers.ContentSecurityPolicy.ToString());
        }
    }

    [Fact]
    public async Task Controls_44_and_45_A_chart_is_open_as_long_as_its_tenant_says()
    {
        using var south = await viewer.LaunchAsync(TenantsViewer.South);
        using var north = await viewer.LaunchAsync(TenantsViewer.North);
        var (long_, short_) = (viewer.Opened(south), viewer.Opened(north));

        Assert.Equal(TimeSpan.FromHours(12), long_.ExpiresAt - long_.OpenedAt);
        Assert.Equal(TimeSpan.FromMinutes(30), short_.ExpiresAt - short_.OpenedAt);
        Assert.InRange(
            viewer.Sessions.LocksAt(long_.Id) - viewer.Sessions.LocksAt(short_.Id),
            TimeSpan.FromMinutes(12),
            TimeSpan.FromMinutes(14)
        );
        Assert.Contains(
            "max-age=1800;",
            Assert.Single(north.Headers.GetValues("Set-Cookie")),
            StringComparison.Ordinal
        );
    }

    private static string Ancestors(HttpResponseMessage answer) =>
        Ancestors(Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));

    private static string Ancestors(string policy) =>
        policy.Split("frame-ancestors ")[1].Split(';')[0];
}
