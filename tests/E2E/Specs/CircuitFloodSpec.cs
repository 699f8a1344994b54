using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Fixtures.Wire;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>Who is no browser and has no sign-in can begin circuits that show nothing, and takes no chart's room with them.</summary>
public sealed class CircuitFloodSpec : IAsyncLifetime
{
    private ViewerProcess _viewer = default!;
    private IPlaywright _playwright = default!;
    private IBrowser _browser = default!;

    [Fact]
    public async Task Control_30_Empty_circuits_are_few_and_are_cut_and_charts_open_and_stay_beside_them()
    {
        using var sandbox = new SandboxControl(new Uri(_viewer.Ehr, "/"));
        var empty = new List<WireCircuit>();
        for (var i = 0; i < 50; i++)
            if (await WireCircuit.StartAsync(_viewer.App) is { } circuit)
                empty.Add(circuit);
        Assert.Equal(50, empty.Count);

        var page = await _browser.NewPageAsync();
        var lines = new List<IWebSocketRoute>();
        await page.RouteWebSocketAsync("**/_blazor**", line => lines.Add(line.ConnectToServer()));
        await page.GotoAsync(
            _viewer.LaunchAddress(await sandbox.PatientAsync("analisa")).ToString()
        );
        await Expect(page.Locator("[data-banner=name]"))
            .ToContainTextAsync("ROBERSON", new() { Timeout = 20_000 });

        await Task.WhenAll(empty.Select(circuit => circuit.ClosedAsync(TimeSpan.FromSeconds(60))));
        // The chart's own connection is older than that by now, and is not cut.
        Assert.Single(lines);
        empty.ForEach(circuit => circuit.Dispose());
        await page.CloseAsync();
    }

    [Fact]
    public async Task Control_36_A_circuit_that_came_back_over_another_connection_keeps_that_one()
    {
        using var sandbox = new SandboxControl(new Uri(_viewer.Ehr, "/"));
        var page = await _browser.NewPageAsync();
        var lines = new List<(IWebSocketRoute Page, IWebSocketRoute Server)>();
        await page.RouteWebSocketAsync(
            "**/_blazor**",
            line => lines.Add((line, line.ConnectToServer()))
        );
        await page.GotoAsync(
            _viewer.LaunchAddress(await sandbox.PatientAsync("analisa")).ToString()
        );
        await Expect(page.Locator("[data-banner=name]"))
            .ToContainTextAsync("ROBERSON", new() { Timeout = 20_000 });

        await lines[0].Server.CloseAsync();
        await lines[0].Page.CloseAsync();
        while (lines.Count < 2)
            await page.WaitForTimeoutAsync(100);
        await page.WaitForTimeoutAsync(35_000);

        Assert.Equal(2, lines.Count);
        await Expect(page.Locator("[data-banner=name]"))
            .ToContainTextAsync("ROBERSON", new() { Timeout = 20_000 });
        await page.CloseAsync();
    }

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        _viewer = await ViewerProcess.StartAsync(
            "--Viewer:Session:CircuitsPerUser",
            "5",
            "--Viewer:Session:CircuitsPerProcess",
            "20"
        );
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _viewer.DisposeAsync();
    }
}
