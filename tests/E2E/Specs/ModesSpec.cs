using System.Net;
using System.Net.WebSockets;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>Who reaches the person search, from where; and who reaches a circuit.</summary>
[Collection(ViewerCollection.Name)]
public sealed class ModesSpec(Viewer viewer)
{
    private Uri Search => new(viewer.App, "/search");

    [Fact]
    public async Task A_browser_that_the_EHR_launched_has_no_search()
    {
        var page = await viewer.PageAsync();
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        await (await ChartPage.LaunchAsync(page, viewer, patient)).WaitUntilLoadedAsync();

        await AssertNotFoundAsync(page);
        Assert.Equal(404, await StatusInFrameAsync(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_physician_has_no_search()
    {
        var page = await viewer.PageAsync();
        await SearchPage.SignInAsync(page, viewer.App, "Dr A. Berg");
        await Expect(page.Locator("main")).ToContainTextAsync("You are signed in as Dr A. Berg");

        await AssertNotFoundAsync(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_coordinator_has_the_search_but_not_inside_a_frame()
    {
        var page = await viewer.PageAsync();
        var search = await SearchPage.OpenAsync(page, viewer.App);
        await Expect(search.Outcome).ToHaveAttributeAsync("data-search", "idle");

        var answer = await page.GotoAsync(Search.ToString());
        Assert.Equal(200, answer!.Status);
        Assert.Equal(404, await StatusInFrameAsync(page));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://localhost:5080")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task Control_42_A_page_of_another_origin_gets_no_circuit(string? origin) =>
        Assert.Equal(HttpStatusCode.Forbidden, await HandshakeAsync(origin));

    [Fact]
    public async Task Control_42_The_demo_EHR_frames_the_chart_but_gets_no_circuit() =>
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await HandshakeAsync(viewer.Process.Ehr.GetLeftPart(UriPartial.Authority))
        );

    [Fact]
    public async Task Control_42_The_own_page_gets_a_circuit() =>
        Assert.Equal(
            HttpStatusCode.SwitchingProtocols,
            await HandshakeAsync(viewer.App.GetLeftPart(UriPartial.Authority))
        );

    private async Task AssertNotFoundAsync(IPage page)
    {
        var answer = await page.GotoAsync(Search.ToString());
        Assert.Equal(404, answer!.Status);
        await Expect(page.Locator("[data-message=NotFound]")).ToBeVisibleAsync();
    }

    /// <summary>Frames the search where nothing but the viewer itself could object: in a page of its own origin.</summary>
    private async Task<int> StatusInFrameAsync(IPage page)
    {
        await page.RouteAsync(
            "**/framing",
            route =>
                route.FulfillAsync(
                    new() { ContentType = "text/html", Body = "<iframe src='/search'></iframe>" }
                )
        );
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.GotoAsync(new Uri(viewer.App, "/framing").ToString()),
            answer => answer.Url == Search.ToString()
        );
        return answer.Status;
    }

    private async Task<HttpStatusCode> HandshakeAsync(string? origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        try
        {
            await socket.ConnectAsync(
                new UriBuilder(viewer.App) { Scheme = "ws", Path = "/_blazor" }.Uri,
                CancellationToken.None
            );
        }
        catch (WebSocketException)
        {
            // The status says why.
        }
        return socket.HttpStatusCode;
    }
}
