using System.Text.RegularExpressions;
using HeiChartViewer.Tests.Unit.Web.Launch.Smart;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Hosting;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Security;

/// <summary>Each route stands in a table that says what it records; a new one fails until it does.</summary>
public sealed partial class RouteCoverageTests(WholeViewer viewer) : IClassFixture<WholeViewer>
{
    private AuditRecord Audit => (AuditRecord)viewer.Services.GetRequiredService<IAuditLog>();

    public static TheoryData<string, string> Recording()
    {
        var routes = new TheoryData<string, string>();
        foreach (var route in Routes.All.Where(route => route.Action is not null))
            routes.Add(route.Method, route.Path);
        return routes;
    }

    [Fact]
    public void Every_route_stands_in_the_table() =>
        Assert.Equal(
            Routes.All.Select(route => $"{route.Method} {route.Path}").Order(),
            Endpoints().Select(endpoint => endpoint.Name).Distinct().Order()
        );

    [Fact]
    public async Task Every_route_with_a_provider_stands_in_the_table()
    {
        await using var app = LiveViewer.Build(new ViewerMode(null as Uri) { HasProvider = true });
        app.UseViewer();
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints);

        Assert.Equal(
            Routes
                .All.Where(route => (route.Method, route.Path) != ("POST", "/sign-in"))
                .Concat(Routes.OfProvider)
                .Select(route => $"{route.Method} {route.Path}")
                .Order(),
            Named(endpoints).Select(endpoint => endpoint.Name).Distinct().Order()
        );
    }

    [Fact]
    public void Each_route_records_something_or_says_why_not() =>
        Assert.All(
            Routes.All.Concat(Routes.OfProvider),
            route => Assert.True(route.Action is null != route.Because is null)
        );

    [Fact]
    public void Each_route_is_for_whom_the_table_says() =>
        Assert.All(
            Endpoints(),
            found =>
                Assert.Equal(
                    Routes.All.Single(route => $"{route.Method} {route.Path}" == found.Name).Policy,
                    found.Endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy
                )
        );

    [Theory]
    [MemberData(nameof(Recording))]
    public async Task Control_60_Each_route_writes_what_the_table_says(string method, string path)
    {
        var route = Routes.All.Single(route => route.Method == method && route.Path == path);
        using var browser = new Browser(viewer);
        var administrator = DemoUser.All.First(user => user.Role == Roles.Administrator);
        if (
            path.StartsWith("/admin", StringComparison.Ordinal)
            || path.StartsWith("/sign-out", StringComparison.Ordinal)
        )
            (await browser.PostAsync("/sign-in", ("user", administrator.Id))).Dispose();
        var before = Audit.Entries.Count;

        using var answer =
            method == "GET"
                ? await browser.GetAsync(
                    path.Replace("{session}/{view}", Copied(), StringComparison.Ordinal)
                )
                : await browser.PostAsync(path, ("user", administrator.Id));

        Assert.Contains(
            Audit.Entries.Skip(before),
            entry => entry.Action.ToString() == route.Action
        );
    }

    /// <summary>The address of a chart that another browser has open.</summary>
    private string Copied()
    {
        var session = viewer.Session();
        var sessions = viewer.Services.GetRequiredService<ChartSessions>();
        sessions.Add(session);
        var binding = sessions.Kept(session.Id)!.Binding;
        _ = binding.Admit(binding.BrowserKey);
        return $"{session.Id.Value}/allergies";
    }

    private IEnumerable<(string Name, RouteEndpoint Endpoint)> Endpoints() =>
        Named(viewer.Services.GetRequiredService<EndpointDataSource>().Endpoints);

    private static IEnumerable<(string Name, RouteEndpoint Endpoint)> Named(
        IEnumerable<Endpoint> endpoints
    ) =>
        from endpoint in endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        let methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
        let method = methods.Contains("GET") ? "GET" : methods.FirstOrDefault() ?? ""
        select ($"{method} {Short(endpoint.RoutePattern.RawText!)}", endpoint);

    /// <summary>A pattern in the words of the table: each parameter by its bare name.</summary>
    private static string Short(string pattern) =>
        "/" + Parameter().Replace(pattern, Bare).Trim('/');

    private static string Bare(Match parameter) =>
        parameter.Groups["name"].Value switch
        {
            "SessionText" => "{session}",
            "ViewText" => "{view}",
            var name => $"{{{name}}}",
        };

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
