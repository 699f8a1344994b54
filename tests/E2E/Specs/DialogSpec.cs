using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>What a reader opens is on the screen, once, however far away the server is.</summary>
[Collection(ViewerCollection.Name)]
public sealed class DialogSpec(Viewer viewer)
{
    private static readonly TimeSpan OneWay = TimeSpan.FromMilliseconds(250);

    [Fact]
    public async Task A_record_that_is_opened_as_soon_as_the_one_before_is_closed_is_shown()
    {
        var page = await viewer.PageAsync();
        var chart = await OpenAsync(page, "conditions");
        var dialog = chart.Locator("dialog[open] h2");

        await chart.Rows("conditions").Nth(0).GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(dialog).ToBeVisibleAsync();
        for (var row = 1; row < 6; row++)
        {
            var next = chart.Rows("conditions").Nth(row).GetByRole(AriaRole.Button).First;
            // The server hears of both a quarter of a second later, and the page of either half a second later.
            await page.Keyboard.PressAsync("Escape");
            await next.ClickAsync();

            await Expect(dialog)
                .ToHaveTextAsync(
                    await next.EvaluateAsync<string>("button => button.firstChild.textContent")
                );
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_document_that_was_closed_stays_closed_and_was_opened_once()
    {
        var page = await viewer.PageAsync();
        var chart = await OpenAsync(page, "documents");
        var dialog = chart.Locator("dialog[open]");
        var opened = 0;
        await page.ExposeFunctionAsync(
            "opened",
            () =>
            {
                opened++;
            }
        );
        await page.EvaluateAsync(
            """
            () => new MutationObserver((changes) => changes.filter((change) => change.target.open).forEach(() => window.opened()))
              .observe(document.querySelector("dialog.wide"), { attributeFilter: ["open"] })
            """
        );
        for (var row = 0; row < 2; row++)
        {
            await chart.Rows("documents").Nth(row).GetByRole(AriaRole.Button).First.ClickAsync();
            await Expect(dialog.Locator(".contents")).ToBeVisibleAsync();
            await dialog
                .GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true })
                .ClickAsync();
            // Heard, drawn, and whatever was asked of the page since has come.
            await Expect(chart.Locator("dialog.wide .body")).ToHaveCountAsync(0);
            await Task.Delay(4 * OneWay);
            await Expect(dialog).ToHaveCountAsync(0);
        }
        Assert.Equal(2, opened);
        await page.Context.CloseAsync();
    }

    /// <summary>A view of a chart, on a line that takes its time in both directions.</summary>
    private async Task<ChartPage> OpenAsync(IPage page, string slug)
    {
        var isSlow = false;
        await page.RouteWebSocketAsync(
            "**/_blazor**",
            route =>
            {
                var server = route.ConnectToServer();
                var (there, back) = (Task.CompletedTask, Task.CompletedTask);
                route.OnMessage(frame => there = PassAsync(there, frame, server));
                server.OnMessage(frame => back = PassAsync(back, frame, route));
            }
        );
        var chart = await ChartPage.LaunchAsync(
            page,
            viewer,
            await viewer.Sandbox.PatientAsync("analisa")
        );
        await chart.WaitUntilLoadedAsync();
        await chart.GoToAsync(slug);
        await chart.Rows(slug).First.WaitForAsync();
        isSlow = true;
        return chart;

        async Task PassAsync(Task before, IWebSocketFrame frame, IWebSocketRoute to)
        {
            var due = isSlow ? Task.Delay(OneWay) : Task.CompletedTask;
            await before;
            await due;
            if (frame.Binary is { } bytes)
                to.Send(bytes);
            else
                to.Send(frame.Text!);
        }
    }
}
