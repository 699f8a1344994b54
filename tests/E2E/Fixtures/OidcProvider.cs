using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace HeiChartViewer.Tests.E2E.Fixtures;

/// <summary>A certified OpenID provider that nobody here wrote, beside a viewer that signs its users in there.</summary>
public class OidcProvider : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private readonly int _port = FreePort();
    private readonly int _appPort = FreePort();
    private Process? _process;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The viewer; its sandbox's users are the provider's.</summary>
    public ViewerProcess Viewer { get; private set; } = default!;

    /// <summary>
    /// Whether the provider does without Pushed Authorization Requests (RFC 9126): what it is asked then stands in an address
    /// of the browser's.
    /// </summary>
    protected virtual bool TakesRequestsByTheBrowserAlone => false;

    /// <summary>What is configured beside the sign-in.</summary>
    protected virtual IEnumerable<string> Arguments => [];

    /// <summary>The provider's issuer.</summary>
    public string Issuer => $"http://localhost:{_port}";

    /// <summary>The viewer's address.</summary>
    public Uri App => Viewer.App;

    /// <summary>What the sandbox can be told and asked.</summary>
    public SandboxControl Sandbox { get; private set; } = default!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        var folder = Path.Combine(ViewerProcess.RepositoryRoot, "tests", "E2E", "OidcProvider");
        var start = new ProcessStartInfo(Node())
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        start.ArgumentList.Add("provider.js");
        start.ArgumentList.Add($"{_port}");
        start.ArgumentList.Add($"http://127.0.0.1:{_appPort}");
        if (TakesRequestsByTheBrowserAlone)
            start.ArgumentList.Add("no-par");
        _process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(StartLimit);
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            if (line == "ready")
                break;
        if (_process.HasExited)
            throw new InvalidOperationException(
                $"The OpenID provider did not start. Install it with: npm ci --ignore-scripts, in {folder}"
            );
        Viewer = await ViewerProcess.StartAsync([
            "--urls",
            $"http://127.0.0.1:{_appPort}",
            "--SignIn:Oidc:Authority",
            Issuer,
            "--SignIn:Oidc:ClientId",
            "heichartviewer",
            "--SignIn:Oidc:ClientSecret",
            "a-secret-of-the-tests-only",
            "--SignIn:Oidc:Roles:clinician:0",
            "hdi-clinician",
            "--SignIn:Oidc:Roles:coordinator:0",
            "hdi-coordinator",
            "--SignIn:Oidc:Roles:administrator:0",
            "hdi-administrator",
            "--SignIn:Oidc:Roles:emergency:0",
            "hdi-emergency",
            .. Arguments,
        ]);
        Sandbox = new SandboxControl(new Uri(Viewer.Ehr, "/"));
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>Signs a user in who stands before the provider's own form.</summary>
    public static async Task SignInAsync(IPage page, string user)
    {
        await SignInAgainAsync(page, user);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
    }

    /// <summary>Signs a user in whom the provider has told of the viewer before.</summary>
    public static async Task SignInAgainAsync(IPage page, string user)
    {
        await page.Locator("input[name=login]").FillAsync(user);
        await page.Locator("input[name=password]").FillAsync("any");
        await page.Locator("button[type=submit]").ClickAsync();
    }

    /// <summary>A page of its own browser profile.</summary>
    public async Task<IPage> PageAsync()
    {
        var context = await _browser!.NewContextAsync(new() { Locale = "en-GB" });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        Sandbox?.Dispose();
        // Before the viewer, which may refuse to end in silence.
        if (_process is { HasExited: false })
            _process.Kill(entireProcessTree: true);
        _process?.Dispose();
        if (Viewer is not null)
            await Viewer.DisposeAsync();
    }

    /// <summary>The browser driver brings a Node.js of its own, of a version that the provider is known to run on.</summary>
    private static string Node() =>
        Directory
            .EnumerateFiles(
                Path.Combine(AppContext.BaseDirectory, ".playwright", "node"),
                "node",
                SearchOption.AllDirectories
            )
            .First();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Tests that sign in with the provider; beside a viewer of their own, and beside no other test.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SignInCollection : ICollectionFixture<OidcProvider>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "sign-in";
}
