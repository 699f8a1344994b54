using HeiChartViewer.Tests.E2E.Fixtures;
using Microsoft.Playwright;

namespace HeiChartViewer.Tests.E2E.Pages;

/// <summary>The person search of a coordinator.</summary>
public sealed class SearchPage(IPage page)
{
    /// <summary>What became of the search; <c>data-search</c> says it in a word.</summary>
    public ILocator Outcome => page.Locator("[data-search]");

    /// <summary>What is wrong with the form, or with opening a chart.</summary>
    public ILocator Problem => page.GetByRole(AriaRole.Alert);

    /// <summary>The people found.</summary>
    public ILocator People => page.Locator("[data-records=people] tbody tr");

    /// <summary>The people opened before, in the same sign-in.</summary>
    public ILocator Recent => page.Locator("[data-records='recent people'] tbody tr");

    /// <summary>Signs one of the sandbox's made-up users in.</summary>
    public static async Task SignInAsync(IPage page, Uri app, string user)
    {
        await page.GotoAsync(app.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = user }).ClickAsync();
    }

    /// <summary>Signs a coordinator in, who comes to the search.</summary>
    public static async Task<SearchPage> OpenAsync(IPage page, Uri app)
    {
        await SignInAsync(page, app, "M. Lind");
        return new SearchPage(page);
    }

    /// <summary>Searches for what is typed into the fields.</summary>
    public async Task SearchAsync(params (string Label, string Text)[] fields)
    {
        foreach (var (label, text) in fields)
            await page.GetByLabel(label).FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
    }
}
