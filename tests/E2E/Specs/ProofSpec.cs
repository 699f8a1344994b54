using System.Net;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>
/// What needs its user's proof anew gets it by a password, and not by a provider that knows them from before: whoever sits
/// at an unattended screen is known to it, too.
/// </summary>
public sealed class ProofSpec(ProofSpec.ShortSessions provider)
    : IClassFixture<ProofSpec.ShortSessions>
{
    [Fact]
    public async Task A_locked_chart_opens_for_a_password_and_for_no_sign_in_that_came_without_one()
    {
        var page = await SearchAsync("lind.coordinator");
        await new SearchPage(page).People.First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator("header.banner")).ToBeVisibleAsync();
        var address = page.Url;
        await Expect(Message(page))
            .ToHaveAttributeAsync("data-message", "Locked", new() { Timeout = 30_000 });

        // The provider knows the user and asks for nothing: signed in, and no wiser who sits there.
        await page.GotoAsync(new Uri(provider.App, "/sign-in/provider").ToString());
        await Expect(page.GetByText("You are signed in as")).ToBeVisibleAsync();
        Assert.Equal(423, (await page.GotoAsync(address))!.Status);

        // What the viewer asks the provider for stands in an address, which whoever sits there can edit.
        await AskAsync(page, address, "max_age=100000");
        await Expect(Message(page)).ToHaveAttributeAsync("data-message", "Locked");
        await AskAsync(page, address, "");
        await Expect(Message(page)).ToHaveAttributeAsync("data-message", "SignInNotTrusted");
        Assert.Equal(423, (await page.GotoAsync(address))!.Status);

        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in again" }).ClickAsync();
        await OidcProvider.SignInAgainAsync(page, "lind.coordinator");

        await Expect(page.Locator("header.banner")).ToBeVisibleAsync();
        Assert.Equal(address, page.Url);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Control_64_Glass_breaks_for_a_password_and_for_no_sign_in_that_came_without_one()
    {
        var page = await provider.PageAsync();
        await page.GotoAsync(new Uri(provider.App, "/sign-in/provider").ToString());
        await OidcProvider.SignInAsync(page, "osei.coordinator");
        await page.GotoAsync(new Uri(provider.App, "/sign-in/provider").ToString());
        await page.GotoAsync(new Uri(provider.App, "/search").ToString());
        var search = new SearchPage(page);
        await search.SearchAsync(("Name", "Roberson"), ("Birth date", "20-Aug-1934"));
        await search.People.First.GetByRole(AriaRole.Button).ClickAsync();
        var asks = page.GetByRole(AriaRole.Button, new() { Name = "Break the glass …" });
        var breaks = page.GetByRole(
            AriaRole.Button,
            new() { Name = "Break the glass", Exact = true }
        );
        await asks.ClickAsync();
        var again = page.GetByRole(AriaRole.Link, new() { Name = "Sign in again" });
        await Expect(again).ToBeVisibleAsync();
        await Expect(breaks).ToHaveCountAsync(0);

        await again.ClickAsync();
        await OidcProvider.SignInAgainAsync(page, "osei.coordinator");

        await asks.ClickAsync();
        await Expect(breaks).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static ILocator Message(IPage page) => page.Locator("[data-message]");

    private async Task<IPage> SearchAsync(string user)
    {
        var page = await provider.PageAsync();
        await page.GotoAsync(new Uri(provider.App, "/sign-in/provider").ToString());
        await OidcProvider.SignInAsync(page, user);
        await page.GotoAsync(new Uri(provider.App, "/search").ToString());
        await new SearchPage(page).SearchAsync(("Name", "Roberson"), ("Birth date", "20-Aug-1934"));
        await Expect(new SearchPage(page).People.First).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Goes back to a locked chart by way of the provider, with something else in place of what the viewer asks for.</summary>
    private async Task AskAsync(IPage page, string chart, string instead)
    {
        var asked = "";
        await page.RouteAsync(
            "**/sign-in/provider?*",
            async route =>
            {
                var answer = await route.FetchAsync(new() { MaxRedirects = 0 });
                asked = answer.Headers["location"];
                await route.FulfillAsync(
                    new()
                    {
                        Response = answer,
                        Headers = answer.Headers.Select(header =>
                            header.Key == "location"
                                ? KeyValuePair.Create(
                                    header.Key,
                                    header
                                        .Value.Replace(
                                            "prompt=login&",
                                            "",
                                            StringComparison.Ordinal
                                        )
                                        .Replace("max_age=0", instead, StringComparison.Ordinal)
                                )
                                : header
                        ),
                    }
                );
            }
        );
        var session = new Uri(chart).AbsolutePath.Split('/')[2];
        await page.GotoAsync(
            new Uri(
                provider.App,
                $"/sign-in/provider?chart={WebUtility.UrlEncode(session)}"
            ).ToString()
        );
        Assert.Contains("prompt=login", asked, StringComparison.Ordinal);
        Assert.Contains("max_age=0", asked, StringComparison.Ordinal);
        await page.UnrouteAsync("**/sign-in/provider?*");
    }

    /// <summary>A viewer whose charts lock soon, with a section behind glass.</summary>
    public sealed class ShortSessions : OidcProvider
    {
        /// <inheritdoc />
        protected override bool TakesRequestsByTheBrowserAlone => true;

        /// <inheritdoc />
        protected override IEnumerable<string> Arguments =>
            [
                "--Viewer:Session:WarnAfter",
                "00:00:07",
                "--Viewer:Session:LockAfter",
                "00:00:12",
                "--Viewer:BreakGlass:Withheld:0",
                "documents",
                "--Viewer:BreakGlass:Roles:0",
                "coordinator",
            ];
    }
}
