using System.Diagnostics;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>What a host says of its user, and what a user writes, is read as text wherever it is shown.</summary>
[Collection(ViewerCollection.Name)]
public sealed class HostileNamesSpec(Viewer viewer)
{
    private static readonly string[] Names =
    [
        "<script>alert('named0')</script>",
        "\"><img src=x onerror=alert('named1')>",
        "</bdi><svg onload=alert('named2')> {{7*7}} javascript:alert(1)",
    ];

    [Fact]
    public async Task A_name_out_of_a_signed_launch_and_the_words_of_a_reason_do_not_act()
    {
        await using var process = await ViewerProcess.StartAsync(
            "--Viewer:BreakGlass:Withheld:0",
            "documents",
            "--Viewer:BreakGlass:Roles:0",
            "clinician"
        );
        var page = await viewer.PageAsync();
        var acted = new List<string>();
        await page.Context.AddInitScriptAsync(
            "window.print = () => dispatchEvent(new Event('beforeprint'));"
                + "window.alert = (what) => console.log(`acted: ${what}`);"
                + "addEventListener('securitypolicyviolation', (e) => console.log(`acted: ${e.violatedDirective}`));"
        );
        page.Console += (_, message) =>
        {
            if (message.Text.StartsWith("acted:", StringComparison.Ordinal))
                acted.Add($"{page.Url}: {message.Text}");
        };

        foreach (var (number, name) in Names.Index())
        {
            await page.GotoAsync(await SignAsync(process, number, name));
            var chart = new ChartPage(page);
            await chart.WaitUntilLoadedAsync();
            await Expect(chart.Locator("footer .who")).ToContainTextAsync(name);

            await page.GetByRole(AriaRole.Button, new() { Name = "Break the glass …" })
                .ClickAsync();
            await page.GetByLabel("Another reason").CheckAsync();
            await page.GetByLabel("In your own words").FillAsync(name);
            await page.GetByRole(AriaRole.Button, new() { Name = "Break the glass", Exact = true })
                .ClickAsync();
            await Expect(page.GetByText("Glass broken: Documents.")).ToBeVisibleAsync();
            foreach (var slug in new[] { "timeline", "demographics" })
            {
                await chart.GoToAsync(slug);
                await Expect(chart.Locator("footer .who")).ToContainTextAsync(name);
            }
            await chart.Locator("button.print").ClickAsync();
            await Expect(page.Locator("html[data-printing]")).ToHaveCountAsync(1);
            var printed = string.Join(
                ' ',
                await PrintedPages.ReadAsync(await page.PdfAsync(new() { Format = "A4" }))
            );
            Assert.Contains($"named{number}", printed, StringComparison.Ordinal);
        }
        await SearchPage.SignInAsync(page, process.App, "R. Falk");
        await page.GotoAsync(new Uri(process.App, "/admin/sessions").ToString());
        foreach (var name in Names)
            await Expect(page.Locator("main.sessions")).ToContainTextAsync(name);

        Assert.Empty(acted);
        await page.Context.CloseAsync();
    }

    private static async Task<string> SignAsync(ViewerProcess process, int number, string name)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        string[] arguments =
        [
            ViewerProcess.Assembly,
            "sign-launch",
            "--App",
            process.App.ToString(),
            "--Patient",
            "151579",
            "--DataPartition",
            "877307a0-b5f5-4a01-9d4b-9fead6bcf788",
            "--User",
            $"user-{number}",
            "--Name",
            name,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var signing = Process.Start(start)!;
        var link = await signing.StandardOutput.ReadToEndAsync();
        await signing.WaitForExitAsync();
        return link.Trim();
    }
}
