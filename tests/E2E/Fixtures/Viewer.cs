using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace HeiChartViewer.Tests.E2E.Fixtures;

/// <summary>The running viewer, its sandbox, and a browser: one of each for all tests of the collection.</summary>
public sealed class Viewer : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _console = new();
    private IPlaywright _playwright = default!;

    /// <summary>The process under test.</summary>
    public ViewerProcess Process { get; private set; } = default!;

    /// <summary>The tenant behind it.</summary>
    public SandboxControl Sandbox { get; private set; } = default!;

    /// <summary>Chromium.</summary>
    public IBrowser Browser { get; private set; } = default!;

    /// <summary>The app's address.</summary>
    public Uri App => Process.App;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        // Short enough that a test of a tenant that hangs does not hang itself.
        Process = await ViewerProcess.StartAsync(
            "--HealtheIntent:Resilience:AttemptTimeout",
            "00:00:01.5",
            "--HealtheIntent:Resilience:TotalTimeout",
            "00:00:04",
            "--HealtheIntent:Resilience:RetryCount",
            "1",
            "--HealtheIntent:Resilience:BreakDuration",
            "00:00:01",
            // One made-up clinician launches every chart of every test.
            "--Viewer:Session:CircuitsPerUser",
            "100"
        );
        Sandbox = new SandboxControl(new Uri(Process.Ehr, "/"));
        _playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>A page of its own browser profile.</summary>
    public async Task<IPage> PageAsync(
        ColorScheme colours = ColorScheme.Light,
        int width = 1366,
        int height = 768,
        string language = "en-GB"
    )
    {
        var context = await Browser.NewContextAsync(
            new()
            {
                ColorScheme = colours,
                ViewportSize = new() { Width = width, Height = height },
                Locale = language,
            }
        );
        context.SetDefaultTimeout(20_000);
        context.Console += (_, message) => _console.Enqueue(message.Text);
        return await context.NewPageAsync();
    }

    /// <summary>The address that an EHR would launch a patient with.</summary>
    public Uri LaunchAddress(SandboxPatient patient) => Process.LaunchAddress(patient);

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        var sentinels = new Sentinels(await Sandbox.PatientsAsync());
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
        Sandbox?.Dispose();
        if (Process is not null)
            await Process.DisposeAsync();
        Assert.Empty(sentinels.In(string.Join('\n', _console)));
    }
}

/// <summary>Tests that share the running viewer; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class ViewerCollection : ICollectionFixture<Viewer>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "viewer";
}
