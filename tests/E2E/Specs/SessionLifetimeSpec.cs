using System.Net;
using System.Text.RegularExpressions;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>A chart is shown where it was opened, to somebody who is there, and for no longer.</summary>
public sealed partial class SessionLifetimeSpec(SessionLifetimeSpec.ShortSessions fixture)
    : IClassFixture<SessionLifetimeSpec.ShortSessions>,
        IAsyncLifetime
{
    private static readonly TimeSpan WarnAfter = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan LockAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan EndAfter = TimeSpan.FromSeconds(16);

    private readonly ViewerProcess _viewer = fixture.Process;
    private readonly SandboxControl _sandbox = fixture.Sandbox;
    private readonly List<IPage> _pages = [];
    private SandboxPatient _patient = default!;

    /// <inheritdoc />
    public async Task InitializeAsync() => _patient = await _sandbox.PatientAsync("analisa");

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        foreach (var page in _pages)
            await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Control_44_A_chart_that_nobody_uses_is_warned_locked_and_ended()
    {
        var page = await PageAsync();
        await OpenAsync(page);
        await Expect(Warning(page)).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keep it open" }))
            .ToBeFocusedAsync();

        await Expect(Message(page)).ToHaveAttributeAsync("data-message", "Locked");
        await AssertNothingShownAsync(page);
        Assert.Equal(423, (await page.ReloadAsync())!.Status);

        var status = 423;
        IResponse? ended = null;
        for (var attempt = 0; attempt < 40 && status == 423; attempt++)
        {
            ended = await page.ReloadAsync();
            status = ended!.Status;
            await page.WaitForTimeoutAsync(250);
        }
        Assert.Equal(410, status);
        Assert.Contains(
            "\"storage\"",
            (await ended!.AllHeadersAsync())["clear-site-data"],
            StringComparison.Ordinal
        );
        await Expect(Message(page)).ToHaveAttributeAsync("data-message", "SessionEnded");
    }

    [Fact]
    public async Task Control_44_Found_people_do_not_stay_on_a_screen_that_nobody_is_at()
    {
        var page = await PageAsync();
        var search = await SearchPage.OpenAsync(page, _viewer.App);
        await search.SearchAsync(("Name", "Roberson"), ("Birth date", "20-Aug-1934"));
        await Expect(search.People.First).ToBeVisibleAsync();
        await Expect(
                page.GetByRole(
                    AriaRole.Alertdialog,
                    new() { Name = "Do you still need this search?" }
                )
            )
            .ToBeVisibleAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "M. Lind" }))
            .ToBeVisibleAsync();

        await AssertNothingShownAsync(page);
        Assert.Equal(
            404,
            (await page.GotoAsync(new Uri(_viewer.App, "/search").ToString()))!.Status
        );
    }

    [Fact]
    public async Task Control_53_WCAG_2_2_1_One_keypress_keeps_the_chart_open()
    {
        var page = await PageAsync();
        await OpenAsync(page);
        await Expect(Warning(page)).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Shift");

        await Expect(Warning(page)).ToBeHiddenAsync();
        await page.WaitForTimeoutAsync((float)(LockAfter - WarnAfter).TotalMilliseconds + 500);
        await Expect(Banner(page)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Control_48_Scrolling_counts_as_presence_and_asking_the_server_does_not()
    {
        var used = await PageAsync();
        await OpenAsync(used);
        var polled = await PageAsync();
        await OpenAsync(polled);
        await used.Mouse.MoveAsync(600, 400);

        for (var second = 0; second < LockAfter.TotalSeconds + 2; second++)
        {
            await used.Mouse.WheelAsync(0, second % 2 == 0 ? 60 : -60);
            await polled.EvaluateAsync(
                "() => { document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true })); return fetch(location.href).then(() => null); }"
            );
            await used.WaitForTimeoutAsync(1000);
        }

        await Expect(Banner(used)).ToBeVisibleAsync();
        await Expect(Warning(used)).ToBeHiddenAsync();
        await Expect(Message(polled)).ToHaveAttributeAsync("data-message", "Locked");
    }

    [Fact]
    public async Task Control_50_The_page_clears_itself_where_the_server_cannot_be_reached()
    {
        var viewer = await ShortSessions.StartAsync();
        using var sandbox = new SandboxControl(new Uri(viewer.Ehr, "/"));
        var page = await PageAsync();
        await page.GotoAsync(
            viewer.LaunchAddress(await sandbox.PatientAsync("analisa")).ToString()
        );
        await new ChartPage(page).WaitUntilLoadedAsync();
        await Expect(Name(page)).ToContainTextAsync("ROBERSON");

        await viewer.DisposeAsync();

        await Expect(Message(page)).ToHaveAttributeAsync("data-message", "ClearedHere");
        await AssertNothingShownAsync(page);
    }

    [Fact]
    public async Task Control_50_A_server_that_is_slow_to_answer_locks_a_page_that_shows_nothing()
    {
        var viewer = await ShortSessions.StartAsync();
        using var sandbox = new SandboxControl(new Uri(viewer.Ehr, "/"));
        var page = await PageAsync();
        await page.GotoAsync(
            viewer.LaunchAddress(await sandbox.PatientAsync("analisa")).ToString()
        );
        await Expect(Name(page)).ToContainTextAsync("ROBERSON");
        await page.WaitForTimeoutAsync((float)WarnAfter.TotalMilliseconds);

        await viewer.SuspendAsync();
        await Expect(Banner(page)).ToBeHiddenAsync();
        await viewer.ResumeAsync();

        await Expect(Message(page)).ToHaveAttributeAsync("data-message", "Locked");
        await AssertNothingShownAsync(page);
        await viewer.DisposeAsync();
    }

    [Fact]
    public async Task Control_47_A_browser_that_slept_past_the_lock_shows_nothing_when_it_wakes()
    {
        var page = await PageAsync();
        await OpenAsync(page);
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Page.setWebLifecycleState", new() { ["state"] = "frozen" });
        await Task.Delay(LockAfter + TimeSpan.FromSeconds(1));

        await devtools.SendAsync("Page.setWebLifecycleState", new() { ["state"] = "active" });

        await Expect(Banner(page)).ToBeHiddenAsync(new() { Timeout = 3_000 });
        await Expect(Message(page)).ToBeVisibleAsync();
        await AssertNothingShownAsync(page);
    }

    [Fact]
    public async Task A_coordinators_locked_chart_goes_on_after_signing_in_again()
    {
        var page = await PageAsync();
        var search = await SearchPage.OpenAsync(page, _viewer.App);
        await search.SearchAsync(("Name", "Roberson"), ("Birth date", "20-Aug-1934"));
        await search.People.First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Banner(page)).ToBeVisibleAsync();
        var address = page.Url;
        await Expect(Message(page)).ToHaveAttributeAsync("data-message", "Locked");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in again" }).ClickAsync();

        await Expect(Banner(page)).ToBeVisibleAsync();
        Assert.Equal(address, page.Url);
    }

    [Fact]
    public async Task Control_52_An_administrator_ends_a_users_sessions_and_sees_no_patient()
    {
        var page = await PageAsync();
        await OpenAsync(page);
        var office = await PageAsync();
        await SearchPage.SignInAsync(office, _viewer.App, "R. Falk");
        var sessions = office.Locator("[data-user=demo-berg]");
        await Expect(sessions).ToContainTextAsync("Dr A. Berg");
        await AssertNothingShownAsync(office);
        Assert.DoesNotContain(
            _patient.PersonId,
            await office.WholeContentAsync(),
            StringComparison.Ordinal
        );

        await sessions.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(Message(page)).ToHaveAttributeAsync("data-message", "SessionEnded");
        await AssertNothingShownAsync(page);
        await Expect(sessions).ToHaveCountAsync(0);
        Assert.Equal(
            404,
            (await page.GotoAsync(new Uri(_viewer.App, "/admin/sessions").ToString()))!.Status
        );
    }

    private async Task<IPage> PageAsync()
    {
        var context = await fixture.Browser.NewContextAsync(new() { Locale = "en-GB" });
        context.SetDefaultTimeout(20_000);
        SetDefaultExpectTimeout(20_000);
        _pages.Add(await context.NewPageAsync());
        return _pages[^1];
    }

    private async Task OpenAsync(IPage page)
    {
        await page.GotoAsync(_viewer.LaunchAddress(_patient).ToString());
        await Expect(Name(page)).ToContainTextAsync("ROBERSON");
    }

    private static ILocator Warning(IPage page) =>
        page.GetByRole(AriaRole.Alertdialog, new() { NameRegex = StillThere() });

    private static ILocator Message(IPage page) => page.Locator("[data-message]");

    private static ILocator Banner(IPage page) => page.Locator("header.banner");

    private static ILocator Name(IPage page) => page.Locator("[data-banner=name]");

    private static async Task AssertNothingShownAsync(IPage page)
    {
        Assert.DoesNotContain(
            "ROBERSON",
            await page.WholeContentAsync(),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.DoesNotContain(
            "ROBERSON",
            await page.Locator("body").AriaSnapshotAsync(),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [GeneratedRegex("still need this chart")]
    private static partial Regex StillThere();

    /// <summary>A viewer whose sessions are short, and a browser.</summary>
    public sealed class ShortSessions : IAsyncLifetime
    {
        private IPlaywright _playwright = default!;

        /// <summary>The viewer.</summary>
        public ViewerProcess Process { get; private set; } = default!;

        /// <summary>The tenant behind it.</summary>
        public SandboxControl Sandbox { get; private set; } = default!;

        /// <summary>Chromium.</summary>
        public IBrowser Browser { get; private set; } = default!;

        /// <summary>The first chart of a process takes longest, and might be locked before it is loaded.</summary>
        private async Task WarmUpAsync()
        {
            var page = await Browser.NewPageAsync();
            await page.GotoAsync(
                Process.LaunchAddress(await Sandbox.PatientAsync("analisa")).ToString()
            );
            await page.Locator("[data-banner], [data-message]").First.WaitForAsync();
            await page.CloseAsync();
        }

        /// <summary>Starts a viewer with short sessions.</summary>
        public static Task<ViewerProcess> StartAsync(params string[] arguments) =>
            ViewerProcess.StartAsync([
                "--Viewer:Session:WarnAfter",
                $"{WarnAfter}",
                "--Viewer:Session:LockAfter",
                $"{LockAfter}",
                "--Viewer:Session:EndAfter",
                $"{EndAfter}",
                .. arguments,
            ]);

        /// <inheritdoc />
        public async Task InitializeAsync()
        {
            Process = await StartAsync();
            Sandbox = new SandboxControl(new Uri(Process.Ehr, "/"));
            _playwright = await Playwright.CreateAsync();
            Browser = await Chromium.LaunchAsync(_playwright);
            await WarmUpAsync();
        }

        /// <inheritdoc />
        public async Task DisposeAsync()
        {
            await Browser.DisposeAsync();
            _playwright.Dispose();
            Sandbox.Dispose();
            await Process.DisposeAsync();
        }
    }
}
