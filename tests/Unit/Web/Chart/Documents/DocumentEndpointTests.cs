using System.Net;
using HeiChartViewer.Tests.Unit.Web.Security;
using HeiChartViewer.Web.Chart.Documents;
using HeiChartViewer.Web.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Documents;

/// <summary>What a browser gets for a ticket, over HTTP.</summary>
public sealed class DocumentEndpointTests(WholeViewer viewer) : IClassFixture<WholeViewer>
{
    [Fact]
    public async Task A_page_comes_once_into_an_origin_of_its_own_where_it_can_do_nothing()
    {
        var address = Issue(
            new DocumentDelivery.Show("<p>"u8.ToArray(), "text/html; charset=utf-8")
        );

        using var first = await viewer.Http.GetAsync(address);
        using var second = await viewer.Http.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("<p>", await first.Content.ReadAsStringAsync());
        var policy = Policy(first);
        Assert.EndsWith("; sandbox", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-", policy, StringComparison.Ordinal);
        Assert.Contains(
            $"frame-ancestors 'self' {WholeViewer.Ancestor}",
            policy,
            StringComparison.Ordinal
        );
        Assert.Equal("no-store", first.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.Gone, second.StatusCode);
        Assert.NotEqual("", await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Only_PDF_is_without_a_sandbox_for_browsers_show_it_by_a_viewer_of_their_own()
    {
        using var pdf = await viewer.Http.GetAsync(
            Issue(new DocumentDelivery.Show("%PDF-"u8.ToArray(), "application/pdf"))
        );

        Assert.DoesNotContain("sandbox", Policy(pdf), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", Policy(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_session_cannot_fetch_it()
    {
        var address = Issue(new DocumentDelivery.Show("<p>"u8.ToArray(), "text/html"));
        var ticket = address[(address.LastIndexOf('/') + 1)..];
        var other = viewer.Session();
        viewer.Services.GetRequiredService<ChartSessions>().Add(other);

        using var answer = await viewer.Http.GetAsync($"/chart/{other.Id.Value}/document/{ticket}");

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Fact]
    public async Task A_file_that_cannot_be_had_says_so_and_is_no_file()
    {
        var address = Issue(
            new DocumentDelivery.Save(new() { Binary = new("b1"), ContentType = "text/plain" })
        );

        using var answer = await viewer.Http.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Null(answer.Content.Headers.ContentDisposition);
        Assert.NotEqual("", await answer.Content.ReadAsStringAsync());
    }

    private string Issue(DocumentDelivery delivery)
    {
        var session = viewer.Session();
        viewer.Services.GetRequiredService<ChartSessions>().Add(session);
        return viewer.Services.GetRequiredService<DocumentTickets>().Issue(session, delivery);
    }

    private static string Policy(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Content-Security-Policy").Single();
}
