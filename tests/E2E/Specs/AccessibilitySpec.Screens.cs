using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>The screens of a chart.</summary>
public sealed partial class AccessibilitySpec
{
    /// <summary>The documents are withheld until somebody says why they need them.</summary>
    private static async Task LookAtGlassAsync(AxeReader reader)
    {
        var chart = reader.Chart;
        await chart.GoToAsync("documents");
        await Expect(chart.Section("documents")).ToHaveAttributeAsync("data-status", "Withheld");
        await reader.CheckAsync("documents", "withheld");
        await chart.Locator(".glass button").ClickAsync();
        await chart.Locator(".asking input[type=radio]").Last.CheckAsync();
        await reader.CheckAsync("break-glass dialog", "asking");
        await chart.Locator(".asking textarea").FillAsync("The outside letter is missing");
        await chart.Locator(".asking button.primary").ClickAsync();
        await chart.Rows("documents").First.WaitForAsync();
        await reader.CheckAsync("documents", "loaded, glass broken");
    }

    private static async Task LookAtTimelineAsync(AxeReader reader)
    {
        var chart = reader.Chart;
        await chart.GoToAsync("timeline");
        await chart.Locator("[data-lane=encounters] .mark.many").First.ClickAsync();
        await chart.Locator("[data-timeline-list] li").First.WaitForAsync();
        await reader.CheckAsync("timeline", "a cluster opened");
        await reader.Page.Keyboard.PressAsync("Escape");
        await chart.Locator("[data-table]").ClickAsync();
        await chart.Locator("table[data-records=items]").WaitForAsync();
        await reader.CheckAsync("timeline", "table");
    }

    private static async Task LookAtResultsAsync(AxeReader reader)
    {
        var chart = reader.Chart;
        var results = chart.Section("results");
        await chart.GoToAsync("results");
        await results.Locator("input[type=search]").FillAsync("potassium");
        await results.Locator(".chip").First.WaitForAsync();
        await reader.CheckAsync("results", "filtered");
        await results.Locator("input[type=search]").FillAsync("quetzalcoatlus");
        await Expect(chart.Rows("results")).ToHaveCountAsync(0);
        await reader.CheckAsync("results", "none match");
        await results.Locator(".choices button").Nth(1).ClickAsync();
        await results.Locator("tr[data-series]").First.WaitForAsync();
        await reader.CheckAsync("flowsheet", "loaded");
        await results.Locator("tr[data-series] input.choose").Nth(0).CheckAsync();
        await results.Locator("tr[data-series] input.choose").Nth(1).CheckAsync();
        await reader.CheckAsync("flowsheet", "two tests chosen");
        await results.Locator("button.together").ClickAsync();
        await results.Locator("svg .result").First.WaitForAsync();
        await reader.CheckAsync("overlay", "loaded");
        await results.Locator(".choices button").Nth(1).ClickAsync();
        await results.Locator("tr[data-series^=Potassium] button").First.ClickAsync();
        await results.Locator("svg .result").First.WaitForAsync();
        await results.Locator("[data-medications]").CheckAsync();
        await results.Locator("[data-records=graph-medications]").WaitForAsync();
        await reader.CheckAsync("test", "loaded, with medications");
    }

    private static async Task LookAtSearchAsync(AxeReader reader)
    {
        var chart = reader.Chart;
        await FindAsync("kidney");
        await Expect(chart.Locator(".found mark").First).ToBeVisibleAsync();
        await reader.CheckAsync("chart search", "found");
        await reader.Page.Keyboard.PressAsync("Escape");
        await FindAsync("quetzalcoatlus");
        await chart.Locator(".found [role=status]").WaitForAsync();
        await reader.CheckAsync("chart search", "none found");
        await reader.Page.Keyboard.PressAsync("Escape");
        await FindAsync("shellfish");
        await chart.Locator(".found li button").First.ClickAsync();
        await chart.Locator("tr.marked").First.WaitForAsync();
        await reader.CheckAsync("allergies", "found by search");

        async Task FindAsync(string words)
        {
            await chart.Locator("#find-in-chart").FillAsync(words);
            await chart.Locator("#find-in-chart").PressAsync("Enter");
        }
    }

    private static async Task LookAtDialogsAsync(AxeReader reader)
    {
        var chart = reader.Chart;
        var dialog = chart.Locator("dialog[open]");
        await chart.GoToAsync("conditions");
        await chart.Rows("conditions").First.Locator("button.name").ClickAsync();
        await dialog.Locator(".body").WaitForAsync();
        await reader.CheckAsync("record details", "loaded");
        await dialog.Locator(".raw button").ClickAsync();
        await dialog.Locator(".raw pre").WaitForAsync();
        await reader.CheckAsync("as received", "loaded");
        await reader.Page.Keyboard.PressAsync("Escape");
        await chart.GoToAsync("documents");
        await chart.Rows("documents").First.Locator("button.name").ClickAsync();
        await dialog.Locator(".contents button.open").First.ClickAsync();
        await dialog.Locator(".save").First.WaitForAsync();
        await reader.CheckAsync("document", "loaded");
        await reader.Page.Keyboard.PressAsync("Escape");
        await chart.Locator(".menu button[popovertarget]").First.ClickAsync();
        await reader.CheckAsync("menu", "open");
        await chart.Locator("#chart-menu button[aria-keyshortcuts]").ClickAsync();
        await dialog.Locator("table.keys").First.WaitForAsync();
        await reader.CheckAsync("keys", "open");
    }

    private static async Task LookAtOpenedFailuresAsync(AxeReader reader)
    {
        var chart = reader.Chart;
        var dialog = chart.Locator("dialog[open]");
        await chart.GoToAsync("documents");
        await chart.Rows("documents").First.Locator("button.name").ClickAsync();
        await dialog.Locator(".contents button.open").First.ClickAsync();
        await dialog.Locator(".opened [role=alert]").WaitForAsync();
        await reader.CheckAsync("document", "failed");
        await dialog.Locator(".raw button").ClickAsync();
        await dialog.Locator(".raw [role=alert]").WaitForAsync();
        await reader.CheckAsync("as received", "failed");
        await reader.Page.Keyboard.PressAsync("Escape");
        await chart.Locator("#find-in-chart").FillAsync("kidney");
        await chart.Locator("#find-in-chart").PressAsync("Enter");
        await chart.Locator(".found [data-tenant]").WaitForAsync();
        await reader.CheckAsync("chart search", "failed");
    }
}
