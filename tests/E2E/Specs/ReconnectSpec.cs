using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>A connection that drops comes back to the chart that it had, or to none.</summary>
[Collection(ViewerCollection.Name)]
public sealed class ReconnectSpec(Viewer viewer)
{
    [Fact]
    public async Task Control_36_After_a_dropped_connection_each_page_is_on_its_own_chart_again()
    {
        var patients = (await viewer.Sandbox.PatientsAsync())
            .Where(patient => patient.Sentinel is not null)
            .Take(2)
            .ToList();
        var first = await viewer.PageAsync();
        var second = await first.Context.NewPageAsync();
        var lines = new[] { await LineAsync(first), await LineAsync(second) };
        var charts = new[]
        {
            await ChartPage.LaunchAsync(first, viewer, patients[0]),
            await ChartPage.LaunchAsync(second, viewer, patients[1]),
        };
        foreach (var chart in charts)
            await chart.WaitUntilLoadedAsync();

        foreach (var round in new[] { "conditions", "medications", "results" })
        {
            await Task.WhenAll(lines.Select(line => line.CutAsync()));
            foreach (var line in lines)
                await line.IsBackAsync();

            for (var i = 0; i < charts.Length; i++)
            {
                await Expect(charts[i].Locator("#connection-notice")).ToBeHiddenAsync();
                await charts[i].GoToAsync(round);
                await charts[i].Rows(round).First.WaitForAsync();
                await Expect(charts[i].Locator("[data-banner=source-person]"))
                    .ToContainTextAsync(patients[i].PersonId);
                Assert.DoesNotContain(
                    patients[1 - i].Sentinel!,
                    await charts[i].Locator("html").InnerHTMLAsync(),
                    StringComparison.OrdinalIgnoreCase
                );
            }
        }
        Assert.All(lines, line => Assert.InRange(line.Opened, 4, 20));
        await first.Context.CloseAsync();
    }

    [Fact]
    public async Task Control_36_A_chart_that_was_ended_meanwhile_does_not_come_back()
    {
        var page = await viewer.PageAsync();
        var line = await LineAsync(page);
        var search = await SearchPage.OpenAsync(page, viewer.App);
        await search.SearchAsync(("Name", "Roberson"), ("Birth date", "20-Aug-1934"));
        await search.People.First.GetByRole(AriaRole.Button).ClickAsync();
        var chart = new ChartPage(page);
        await chart.WaitUntilLoadedAsync();

        line.IsDown = true;
        await line.CutAsync();
        await Expect(chart.Locator("#connection-notice")).ToContainTextAsync("Connection lost");
        // The user leaves in another tab, and this page hears nothing of it.
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(viewer.App.ToString());
        await other
            .GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true })
            .ClickAsync();
        line.IsDown = false;

        await Expect(chart.Message).ToBeVisibleAsync();
        await Expect(chart.Banner).ToHaveCountAsync(0);
        Assert.DoesNotContain(
            "ROBERSON",
            await page.WholeContentAsync(),
            StringComparison.OrdinalIgnoreCase
        );
        await page.Context.CloseAsync();
    }

    private static async Task<Line> LineAsync(IPage page)
    {
        var line = new Line();
        await page.RouteWebSocketAsync("**/_blazor**", line.Take);
        return line;
    }

    /// <summary>The connection of a page's circuit, which can be cut.</summary>
    private sealed class Line
    {
        private readonly Lock _lock = new();
        private readonly List<(IWebSocketRoute Page, IWebSocketRoute Server)> _open = [];
        private TaskCompletionSource _next = new(
            TaskCreationOptions.RunContinuationsAsynchronously
        );

        /// <summary>How often the page connected.</summary>
        public int Opened { get; private set; }

        /// <summary>Whether nothing gets through.</summary>
        public volatile bool IsDown;

        public void Take(IWebSocketRoute route)
        {
            if (IsDown)
            {
                _ = route.CloseAsync();
                return;
            }
            var server = route.ConnectToServer();
            lock (_lock)
            {
                _open.Add((route, server));
                Opened++;
                _next.TrySetResult();
            }
        }

        /// <summary>Cuts it, without a word to either side.</summary>
        public async Task CutAsync()
        {
            (IWebSocketRoute Page, IWebSocketRoute Server)[] open;
            lock (_lock)
            {
                open = [.. _open];
                _open.Clear();
                _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
            foreach (var (page, server) in open)
            {
                await server.CloseAsync();
                await page.CloseAsync();
            }
        }

        /// <summary>Waits until the page has connected again.</summary>
        public Task IsBackAsync()
        {
            lock (_lock)
                return _next.Task.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }
}
