using System.Net;
using System.Net.Sockets;
using HeiChartViewer.Tests.Unit.Web.Launch.Smart;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Sessions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Security;

/// <summary>One policy for every answer: pages, errors, static files and what the circuit asks for.</summary>
public sealed class SecurityHeadersTests(WholeViewer viewer) : IClassFixture<WholeViewer>
{
    public static TheoryData<string> Addresses() =>
        [
            "/",
            "/search",
            "/launch",
            "/launch?personId=1",
            "/launch/callback",
            "/chart/none",
            "/chart/none/allergies",
            "/chart/none/document/none",
            "/health/live",
            "/health/ready",
            "/nothing/here",
            "/app.css",
            "/start.js",
            "/favicon.svg",
            "/_framework/blazor.web.js",
            "/_blazor/negotiate?negotiateVersion=1",
            "/..%2f..%2fetc/passwd",
        ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_answer_carries_the_policy(string address)
    {
        using var answer = await viewer.Http.GetAsync(address);

        await AssertPolicyAsync(address, answer);
    }

    [Fact]
    public async Task Controls_51_and_57_and_58_Every_route_of_the_app_carries_the_policy_whatever_it_is_asked()
    {
        var routes = viewer
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !route.Contains("_framework", StringComparison.Ordinal))
            .Select(route => System.Text.RegularExpressions.Regex.Replace(route, @"\{[^}]*\}", "x"))
            .Distinct()
            .ToArray();
        Assert.True(routes.Length > 10);

        foreach (var route in routes)
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Options })
        {
            using var request = new HttpRequestMessage(method, route);
            using var answer = await viewer.Http.SendAsync(request);
            await AssertPolicyAsync($"{method} {route}", answer);
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_answer_allows_another_origin_to_read_it(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Origin", "https://elsewhere.example.org");
        using var answer = await viewer.Http.SendAsync(request);

        Assert.DoesNotContain(
            answer.Headers,
            header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [InlineData("/chart/none", true)]
    [InlineData("/launch", true)]
    [InlineData("/", false)]
    [InlineData("/search", false)]
    [InlineData("/nothing", false)]
    public async Task Only_charts_and_launches_may_be_framed_and_only_by_the_configured_hosts(
        string address,
        bool framed
    )
    {
        using var answer = await viewer.Http.GetAsync(address);

        Assert.EndsWith(
            framed ? $"frame-ancestors {WholeViewer.Ancestor}" : "frame-ancestors 'none'",
            Header(answer, "Content-Security-Policy"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(ChartMode.Chart, $"{WholeViewer.Ancestor}", $"'self' {WholeViewer.Ancestor}")]
    [InlineData(ChartMode.Coordinator, "'none'", "'self'")]
    public async Task A_chart_that_was_opened_from_a_search_is_framed_by_nobody_and_its_documents_by_it_alone(
        ChartMode mode,
        string ofChart,
        string ofDocument
    )
    {
        var session = viewer.Session(mode);
        viewer.Services.GetRequiredService<ChartSessions>().Add(session);

        using var chart = await viewer.Http.GetAsync($"/chart/{session.Id.Value}/allergies");
        using var document = await viewer.Http.GetAsync($"/chart/{session.Id.Value}/document/none");

        Assert.EndsWith(
            $"frame-ancestors {ofChart}",
            Header(chart, "Content-Security-Policy"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"frame-ancestors {ofDocument};",
            Header(document, "Content-Security-Policy"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Control_30_A_flood_of_launches_is_told_to_wait()
    {
        HttpResponseMessage? refused = null;
        for (var i = 0; i < 200 && refused is null; i++)
        {
            var answer = await viewer.Http.GetAsync("/launch");
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                refused = answer;
            else
                answer.Dispose();
        }

        Assert.NotNull(refused);
        Assert.NotNull(refused.Headers.RetryAfter);
        await AssertPolicyAsync("429", refused);
        Assert.Contains(
            ((AuditRecord)viewer.Services.GetRequiredService<IAuditLog>()).Entries,
            entry => entry.Action is AuditAction.LaunchRefused && entry.Detail == "too many at once"
        );
        // What is not a launch is not held up.
        using var other = await viewer.Http.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        // Nor are the launches of another address.
        using var neighbour = From(IPAddress.Parse("127.0.0.2"));
        using var launch = await neighbour.GetAsync(new Uri(viewer.Http.BaseAddress!, "/launch"));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, launch.StatusCode);
    }

    private static async Task AssertPolicyAsync(string address, HttpResponseMessage answer)
    {
        var policy = Header(answer, "Content-Security-Policy");
        Assert.True(policy.Length > 0, address);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        // A source's document has a policy of its own, under which nothing runs at all.
        var isDocument = address.Contains("/document/", StringComparison.Ordinal);
        Assert.Contains(
            isDocument ? "; sandbox" : "script-src 'self';",
            policy,
            StringComparison.Ordinal
        );
        Assert.Contains(
            isDocument ? "base-uri 'none'" : "base-uri 'self'",
            policy,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal(
            answer.Headers.ETag is null ? "same-origin" : "cross-origin",
            Header(answer, "Cross-Origin-Resource-Policy")
        );
        Assert.Contains(
            "camera=()",
            Header(answer, "Permissions-Policy"),
            StringComparison.Ordinal
        );
        // Control 51: whatever may hold a record is not kept; a static file names its version.
        if (answer.Headers.ETag is null)
            Assert.Equal("no-store", Header(answer, "Cache-Control"));
        // Control 57 and 58: no page of an error shows how the app is made.
        var body = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
    }

    private static HttpClient From(IPAddress address) =>
        new(
            new SocketsHttpHandler
            {
                ConnectCallback = async (context, cancellation) =>
                {
                    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                    socket.Bind(new IPEndPoint(address, 0));
                    await socket.ConnectAsync(
                        new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port),
                        cancellation
                    );
                    return new NetworkStream(socket, ownsSocket: true);
                },
            }
        );

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values)
        || answer.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : "";
}
