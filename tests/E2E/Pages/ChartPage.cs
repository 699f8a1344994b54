using HeiChartViewer.Tests.E2E.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Pages;

/// <summary>A chart, alone in a tab or inside an EHR's frame.</summary>
public sealed class ChartPage(Func<string, ILocator> locate)
{
    /// <summary>The eight sections, by their word in the address, with the API and path they are read from.</summary>
    public static IReadOnlyList<(string Slug, string Api, string Path)> Sections { get; } =
    [
        ("allergies", "allergy", "allergies"),
        ("conditions", "condition", "conditions"),
        ("medications", "medication", "medications"),
        ("results", "observation", "observations"),
        ("encounters", "encounter", "encounters"),
        ("immunizations", "immunization", "immunizations"),
        ("procedures", "procedure", "procedures"),
        ("documents", "longitudinal-record", "document-references"),
    ];

    /// <summary>A chart in a page of its own.</summary>
    public ChartPage(IPage page)
        : this(selector => page.Locator(selector)) { }

    /// <summary>A chart in a frame.</summary>
    public ChartPage(IFrameLocator frame)
        : this(selector => frame.Locator(selector)) { }

    /// <summary>The patient banner.</summary>
    public ILocator Banner => locate("header.banner");

    /// <summary>The name in the banner.</summary>
    public ILocator Name => locate("[data-banner=name]");

    /// <summary>The allergies in the banner.</summary>
    public ILocator Allergies => locate("[data-banner=allergies]");

    /// <summary>A page that says why there is no chart.</summary>
    public ILocator Message => locate("[data-message]");

    /// <summary>The rail's entry of a view.</summary>
    public ILocator Rail(string slug) => locate($".rail [data-rail='{slug}']");

    /// <summary>A section's card or view.</summary>
    public ILocator Section(string noun) => locate($"section[data-section='{noun}']");

    /// <summary>The rows of a section's table.</summary>
    public ILocator Rows(string noun) => Section(noun).Locator("tr[data-record]");

    /// <summary>Anything else in the chart.</summary>
    public ILocator Locator(string selector) => locate(selector);

    /// <summary>Waits until no section is loading any more.</summary>
    public async Task WaitUntilLoadedAsync()
    {
        await Expect(Banner).ToBeVisibleAsync();
        await Expect(locate("[data-status=Loading]"))
            .ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await Expect(locate(".rail .state").Filter(new() { HasText = "loading" }))
            .ToHaveCountAsync(0, new() { Timeout = 60_000 });
    }

    /// <summary>Goes to a view by the rail.</summary>
    public async Task GoToAsync(string slug)
    {
        await Rail(slug).ClickAsync();
        await Expect(Rail(slug)).ToHaveAttributeAsync("aria-current", "page");
    }

    /// <summary>Puts the focus into the search over the chart by a key. The page hears keys a moment after it is drawn.</summary>
    public async Task SearchByKeyAsync(IPage page, string key)
    {
        var search = locate("#find-in-chart:focus");
        for (var press = 0; press < 50 && await search.CountAsync() == 0; press++)
            await page.Keyboard.PressAsync(key);
        await Expect(search).ToBeVisibleAsync();
    }

    /// <summary>Gives every record of a section a row of its own, where records share rows.</summary>
    public async Task PartAsync(string slug)
    {
        var apart = Section(slug).Locator(".view input[type=checkbox]");
        if (await apart.CountAsync() == 0)
            return;
        await apart.CheckAsync();
        await Expect(Section(slug).Locator("tr[data-record]:not([data-contributors='1'])"))
            .ToHaveCountAsync(0);
    }

    /// <summary>Launches a patient in a page.</summary>
    public static async Task<ChartPage> LaunchAsync(
        IPage page,
        Viewer viewer,
        SandboxPatient patient
    )
    {
        await page.GotoAsync(viewer.LaunchAddress(patient).ToString());
        return new ChartPage(page);
    }
}
