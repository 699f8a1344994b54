using Microsoft.Playwright;

namespace HeiChartViewer.Tests.E2E.Fixtures;

/// <summary>Reads what a page holds.</summary>
internal static class PageContent
{
    /// <summary>All that the page holds; while it is on its way to another, that is asked again.</summary>
    public static async Task<string> WholeContentAsync(this IPage page)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                return await page.ContentAsync();
            }
            catch (PlaywrightException) when (attempt < 5)
            {
                await page.WaitForLoadStateAsync();
            }
    }
}
