using System.Net;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <content>The browser, the tab and the frame that a chart is shown in.</content>
public sealed partial class SessionLifetimeSpec
{
    [Fact]
    public async Task Control_22_A_copied_address_opens_nothing_in_another_browser()
    {
        var page = await PageAsync();
        await OpenAsync(page);
        var stranger = await PageAsync();

        var answer = await stranger.GotoAsync(page.Url);

        Assert.Equal(403, answer!.Status);
        await Expect(Message(stranger)).ToHaveAttributeAsync("data-message", "OpenedElsewhere");
        await AssertNothingShownAsync(stranger);
        // Nor where it pretends to be a page that only goes on to another view.
        await stranger.SetExtraHTTPHeadersAsync(
            new Dictionary<string, string> { ["Accept"] = "text/html; blazor-enhanced-nav=on" }
        );
        await stranger.GotoAsync($"{page.Url}/allergies");
        await Expect(Message(stranger)).ToHaveAttributeAsync("data-message", "OpenedElsewhere");
        await AssertNothingShownAsync(stranger);
        await Expect(Banner(page)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Control_35_A_duplicate_tab_of_the_same_browser_shows_the_same_patient()
    {
        var page = await PageAsync();
        await OpenAsync(page);
        var duplicate = await page.Context.NewPageAsync();

        await duplicate.GotoAsync(page.Url);

        await Expect(Name(duplicate)).ToHaveTextAsync(await Name(page).InnerTextAsync());
    }

    [Fact]
    public async Task Control_35_Back_to_a_chart_that_is_locked_shows_nothing_of_it()
    {
        var page = await PageAsync();
        await OpenAsync(page);
        await page.GotoAsync(_viewer.App.ToString());
        await page.WaitForTimeoutAsync((float)LockAfter.TotalMilliseconds + 500);

        await page.GoBackAsync();

        await Expect(Message(page)).ToHaveAttributeAsync("data-message", "Locked");
        await AssertNothingShownAsync(page);
    }

    [Fact]
    public async Task Where_cookies_are_blocked_a_chart_opens_once_and_its_views_go_on()
    {
        var address = await LaunchWithoutCookiesAsync();
        var page = await PageAsync();
        await page.GotoAsync(address.ToString());
        var chart = new ChartPage(page);
        await chart.WaitUntilLoadedAsync();

        await chart.GoToAsync("allergies");
        await Expect(chart.Section("allergies")).ToBeVisibleAsync();

        var again = await page.Context.NewPageAsync();
        Assert.Equal(403, (await again.GotoAsync(address.ToString()))!.Status);
        await Expect(Message(again)).ToHaveAttributeAsync("data-message", "OpenedElsewhere");
        Assert.Equal(403, (await page.ReloadAsync())!.Status);
        await AssertNothingShownAsync(page);
    }

    [Fact]
    public async Task Control_34_Two_frames_of_one_browser_show_each_its_own_patient()
    {
        var other = (await _sandbox.PatientsAsync()).First(patient =>
            patient.PatientId is not null && patient.PersonId != _patient.PersonId
        );
        var page = await PageAsync();
        await FrameAsync(
            page,
            "allow-scripts allow-same-origin allow-forms",
            _viewer.LaunchAddress(_patient),
            _viewer.LaunchAddress(other)
        );

        var (first, second) = (Frame(page, 0), Frame(page, 1));
        await Expect(first.Locator("[data-banner=source-person]"))
            .ToContainTextAsync(_patient.PersonId);
        await Expect(second.Locator("[data-banner=source-person]"))
            .ToContainTextAsync(other.PersonId);
    }

    [Fact]
    public async Task A_frame_that_may_not_keep_its_origin_says_so()
    {
        var page = await PageAsync();
        await FrameAsync(page, "allow-scripts", _viewer.LaunchAddress(_patient));

        await Expect(Frame(page, 0).Locator("#connection-notice"))
            .ToContainTextAsync("allow-same-origin");
        await Expect(Frame(page, 0).Locator("[data-banner]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_chart_too_many_is_refused_with_a_page_and_the_others_go_on()
    {
        await using var viewer = await ShortSessions.StartAsync(
            "--Viewer:Session:CircuitsPerUser",
            "2"
        );
        using var sandbox = new SandboxControl(new Uri(viewer.Ehr, "/"));
        var launch = viewer.LaunchAddress(await sandbox.PatientAsync("analisa")).ToString();
        var open = new List<IPage> { await PageAsync(), await PageAsync() };
        foreach (var page in open)
        {
            await page.GotoAsync(launch);
            await Expect(Banner(page)).ToBeVisibleAsync();
        }
        var further = await PageAsync();

        var answer = await further.GotoAsync(launch);

        Assert.Equal((int)HttpStatusCode.ServiceUnavailable, answer!.Status);
        await Expect(Message(further)).ToHaveAttributeAsync("data-message", "TooMany");
        foreach (var page in open)
            await Expect(Banner(page)).ToBeVisibleAsync();
        Assert.Equal(200, (await open[0].ReloadAsync())!.Status);
        await Expect(Banner(open[0])).ToBeVisibleAsync();
    }

    /// <summary>What a browser that keeps no cookies holds after a launch: the address alone.</summary>
    private async Task<Uri> LaunchWithoutCookiesAsync()
    {
        using var http = new HttpClient(
            new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }
        );
        using var answer = await http.GetAsync(_viewer.LaunchAddress(_patient));
        return new Uri(_viewer.App, answer.Headers.Location!);
    }

    /// <summary>A page of the EHR with a frame for each address, and nothing else.</summary>
    private async Task FrameAsync(IPage page, string sandbox, params Uri[] addresses)
    {
        await page.GotoAsync(_viewer.Ehr.ToString());
        var frames = addresses.Select(launch =>
            $"<iframe sandbox='{sandbox}' width='900' height='600' src='{WebUtility.HtmlEncode(launch.ToString())}'></iframe>"
        );
        await page.EvaluateAsync(
            "frames => { document.body.innerHTML = frames; }",
            string.Concat(frames)
        );
    }

    private static IFrameLocator Frame(IPage page, int index) =>
        page.Locator("iframe").Nth(index).ContentFrame;
}
