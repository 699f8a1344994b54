using System.Text.Json.Nodes;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>What a provider says of a user, their id, name and roles, is read as text wherever it is shown or kept.</summary>
[Collection(SignInCollection.Name)]
public sealed class HostileClaimsSpec(OidcProvider provider)
{
    private const string Role = "\"><img src=x onerror=alert('role')>";

    private static readonly string[] Names =
    [
        "<script>alert('claimed0')</script>",
        "\"><img src=x onerror=alert('claimed1')>",
        "</bdi><svg onload=alert('claimed2')> {{7*7}} javascript:alert(1)",
    ];

    [Fact]
    public async Task A_name_and_roles_out_of_a_providers_claims_are_text_in_the_chart_the_log_and_the_admin_page()
    {
        var patient = await provider.Sandbox.PatientAsync("analisa");
        var acted = new List<string>();

        foreach (var name in Names)
        {
            var page = await PageAsync(acted);
            await page.GotoAsync(provider.Viewer.LaunchAddress(patient).ToString());
            await OidcProvider.SignInAsync(page, $"{name}.clinician.coordinator.{Role}");
            var chart = new ChartPage(page);
            await chart.WaitUntilLoadedAsync();
            await Expect(chart.Locator("footer .who")).ToContainTextAsync(name);
            await IsTextAsync(page);

            await page.GotoAsync(provider.App.ToString());
            await Expect(page.Locator("main p").Filter(new() { HasText = "You are signed in as" }))
                .ToContainTextAsync(name);
            await IsTextAsync(page);
        }
        // A role that no deployment maps is no role, whatever it is called.
        var visitor = await PageAsync(acted);
        await visitor.GotoAsync(new Uri(provider.App, "/sign-in/provider").ToString());
        await OidcProvider.SignInAsync(visitor, $"{Names[0]}.{Role}");
        await Expect(visitor.Locator("[data-message=NoRole]")).ToBeVisibleAsync();
        await IsTextAsync(visitor);

        var admin = await PageAsync(acted);
        await admin.GotoAsync(new Uri(provider.App, "/sign-in/provider").ToString());
        await OidcProvider.SignInAsync(admin, "falk.administrator");
        await admin
            .GetByRole(AriaRole.Link, new() { Name = "See who has charts open" })
            .ClickAsync();
        foreach (var name in Names)
            await Expect(admin.Locator("main.sessions tbody").Filter(new() { HasText = name }))
                .ToHaveCountAsync(1);
        await IsTextAsync(admin);

        var users = (await provider.Viewer.ExportAuditAsync())
            .Select(entry => entry["agent"]?[0]?["who"])
            .OfType<JsonNode>()
            .ToList();
        foreach (var name in Names)
        {
            Assert.Contains(users, who => $"{who["display"]}" == name);
            Assert.Contains(
                users,
                who =>
                    $"{who["identifier"]?["value"]}".Contains(
                        $"#{name}.clinician",
                        StringComparison.Ordinal
                    )
            );
        }
        Assert.Empty(acted);
        foreach (var page in new[] { visitor, admin })
            await page.Context.CloseAsync();
    }

    /// <summary>A page that tells what acted on it; the provider's own pages are not ours.</summary>
    private async Task<IPage> PageAsync(List<string> acted)
    {
        var page = await provider.PageAsync();
        await page.Context.AddInitScriptAsync(
            "window.alert = (what) => console.log(`acted: ${what}`);"
                + "addEventListener('securitypolicyviolation', (e) => console.log(`acted: ${e.violatedDirective}`));"
        );
        page.Console += (_, message) =>
        {
            if (
                message.Text.StartsWith("acted:", StringComparison.Ordinal)
                && page.Url.StartsWith(provider.App.ToString(), StringComparison.Ordinal)
            )
                acted.Add($"{page.Url}: {message.Text}");
        };
        return page;
    }

    private static Task IsTextAsync(IPage page) =>
        Expect(page.Locator("img[src=x], svg[onload], script:text('alert(')")).ToHaveCountAsync(0);
}
