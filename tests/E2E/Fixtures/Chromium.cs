using Microsoft.Playwright;

namespace HeiChartViewer.Tests.E2E.Fixtures;

/// <summary>Chromium as the machine has it; Playwright's own download is not needed.</summary>
public static class Chromium
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>Starts it.</summary>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Places.First(File.Exists), Args = Arguments }
        );

    /// <summary>Starts it with a profile in which no site keeps anything, by cookie or by storage, but one.</summary>
    /// <param name="playwright">The driver.</param>
    /// <param name="folder">Where the profile is made.</param>
    /// <param name="host">The one that does.</param>
    public static async Task<IBrowserContext> LaunchForgetfulAsync(
        IPlaywright playwright,
        string folder,
        string host
    )
    {
        var profile = Directory.CreateDirectory(Path.Combine(folder, "Default"));
        await File.WriteAllTextAsync(
            Path.Combine(profile.FullName, "Preferences"),
            $$"""
            {
              "profile": {
                "cookie_controls_mode": 1,
                "default_content_setting_values": { "cookies": 2 },
                "content_settings": { "exceptions": { "cookies": { "[*.]{{host}},*": { "setting": 1 } } } }
              }
            }
            """
        );
        return await playwright.Chromium.LaunchPersistentContextAsync(
            folder,
            new()
            {
                ExecutablePath = Places.First(File.Exists),
                Args = Arguments,
                Locale = "en-GB",
            }
        );
    }
}
