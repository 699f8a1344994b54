using System.Net;
using System.Net.WebSockets;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>Whoever was launched for one patient cannot reach another; the search is for coordinators, outside frames.</summary>
[Collection(ViewerCollection.Name)]
public sealed class ModesSpec(Viewer viewer)
{
    [Fact]
    public async Task Promise_17_A_chart_launched_browser_finds_no_search()
    {
        var page = await viewer.PageAsync();
        var chart = await ChartPage.LaunchAsync(
            page,
            viewer,
            await viewer.Sandbox.PatientAsync("analisa")
        );
        await chart.WaitUntilLoadedAsync();
        Assert.Empty(await page.Locator("a[href*=search]").AllAsync());

        Assert.Equal(404, await StatusAsync(page, "/search"));
        Assert.Equal(404, await StatusAsync(page, "/search/anything"));
        // Not by the circuit's own navigation either.
        await page.EvaluateAsync("() => Blazor.navigateTo('/search')");
        await Expect(page.Locator("[data-message=NotFound]")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Promise_17_Only_a_coordinator_finds_the_search()
    {
        Assert.Equal(404, await SignedInStatusAsync(null));
        Assert.Equal(404, await SignedInStatusAsync("Dr A. Berg"));
        Assert.Equal(200, await SignedInStatusAsync("M. Lind"));
    }

    [Fact]
    public async Task Control_0_1_In_a_frame_there_is_no_search_not_even_for_a_coordinator()
    {
        var page = await viewer.PageAsync();
        var search = await SearchPage.OpenAsync(page, viewer.App);
        await Expect(search.Outcome).ToHaveAttributeAsync("data-search", "idle");
        // A page of the viewer's own origin: nothing else could object to the frame, and its cookie is sent.
        await page.RouteAsync(
            "**/framing",
            route =>
                route.FulfillAsync(
                    new() { ContentType = "text/html", Body = "<iframe src='/search'></iframe>" }
                )
        );

        var answer = await page.RunAndWaitForResponseAsync(
            () => page.GotoAsync(new Uri(viewer.App, "/framing").ToString()),
            answer => new Uri(answer.Url).AbsolutePath == "/search"
        );

        Assert.Equal(404, answer.Status);
        Assert.EndsWith(
            "frame-ancestors 'none'",
            answer.Headers["content-security-policy"],
            StringComparison.Ordinal
        );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_coordinators_chart_opens_for_that_coordinator_alone()
    {
        var page = await viewer.PageAsync();
        var search = await SearchPage.OpenAsync(page, viewer.App);
        await search.SearchAsync(("Name", "Roberson"), ("Birth date", "20-Aug-1934"));
        await search.People.First.GetByRole(AriaRole.Button).ClickAsync();
        await new ChartPage(page).WaitUntilLoadedAsync();
        var address = page.Url;

        var stranger = await viewer.PageAsync();
        var answer = await stranger.GotoAsync(address);

        Assert.Equal(410, answer!.Status);
        await Expect(stranger.Locator("[data-message=SessionEnded]")).ToBeVisibleAsync();
        await stranger.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://localhost:5090")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task Control_42_A_page_of_another_origin_or_none_gets_no_circuit(string? origin) =>
        await AssertNoCircuitAsync(origin);

    [Fact]
    public async Task Control_42_The_EHR_may_frame_the_chart_and_gets_no_circuit() =>
        await AssertNoCircuitAsync(viewer.Process.Ehr.GetLeftPart(UriPartial.Authority));

    [Fact]
    public async Task Control_42_The_apps_own_origin_gets_one_without_compression()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", viewer.App.GetLeftPart(UriPartial.Authority));
        socket.Options.DangerousDeflateOptions = new();
        socket.Options.CollectHttpResponseDetails = true;

        await socket.ConnectAsync(Circuit(), CancellationToken.None);

        Assert.Equal(WebSocketState.Open, socket.State);
        Assert.DoesNotContain("Sec-WebSocket-Extensions", socket.HttpResponseHeaders!.Keys);
    }

    private async Task AssertNoCircuitAsync(string? origin)
    {
        using var socket = new ClientWebSocket();
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.CollectHttpResponseDetails = true;

        await Assert.ThrowsAsync<WebSocketException>(() =>
            socket.ConnectAsync(Circuit(), CancellationToken.None)
        );

        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    private Uri Circuit() => new UriBuilder(new Uri(viewer.App, "/_blazor")) { Scheme = "ws" }.Uri;

    private async Task<int> SignedInStatusAsync(string? user)
    {
        var page = await viewer.PageAsync();
        if (user is not null)
            await SearchPage.SignInAsync(page, viewer.App, user);
        var status = await StatusAsync(page, "/search");
        await page.Context.CloseAsync();
        return status;
    }

    private async Task<int> StatusAsync(IPage page, string path) =>
        (
            await page.Context.APIRequest.GetAsync(
                new Uri(viewer.App, path).ToString(),
                new() { MaxRedirects = 0 }
            )
        ).Status;
}
