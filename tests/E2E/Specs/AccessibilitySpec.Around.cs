using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>The screens around a chart: of launches that fail, of the search, of whoever has left.</summary>
public sealed partial class AccessibilitySpec
{
    private const string Partition = "877307a0-b5f5-4a01-9d4b-9fead6bcf788";

    /// <summary>Nothing is signed in there, and nothing was launched.</summary>
    private static readonly (string Path, string Message)[] Refusals =
    [
        ("/launch?personId=1", "PartitionMissing"),
        ($"/launch?personId=4040404040&dataPartitionId={Partition}", "PatientNotFound"),
        ("/search", "NotFound"),
        ("/chart/none", "SessionEnded"),
        ("/sign-in/callback", "NotFound"),
    ];

    [Fact]
    public async Task Axe_finds_nothing_where_no_chart_was_opened()
    {
        await using var fault = await viewer.Sandbox.FailAsync(
            new
            {
                api = "*",
                sourcePersonId = (await viewer.Sandbox.PatientAsync("deceased")).PersonId,
                kind = "status",
                status = 403,
            }
        );
        var failing = viewer.LaunchAddress(await viewer.Sandbox.PatientAsync("deceased"));
        var two = viewer.LaunchAddress(await viewer.Sandbox.PatientAsync("two-matches"));
        await LookAsync(async reader =>
        {
            await GoToAsync(reader, "/");
            await reader.CheckAsync("sign-in", "signed out");
            foreach (
                var (path, message) in Refusals
                    .Append((two.PathAndQuery, "PatientAmbiguous"))
                    .Append((failing.PathAndQuery, "LookupFailed"))
            )
            {
                await GoToAsync(reader, path);
                await Expect(reader.Chart.Message).ToHaveAttributeAsync("data-message", message);
                await reader.CheckAsync("refusal", message);
            }
            // A form that has no token.
            await GoToAsync(reader, "/");
            await reader.Page.EvaluateAsync(
                "() => { const form = document.querySelector('form'); form.querySelector('input').remove(); form.querySelector('button').click(); }"
            );
            await Expect(reader.Chart.Message).ToHaveAttributeAsync("data-message", "BadRequest");
            await reader.CheckAsync("refusal", "BadRequest");
        });
    }

    [Fact]
    public async Task Axe_finds_nothing_in_the_EHR_and_its_frame() =>
        await LookAsync(async reader =>
        {
            await reader.Page.GotoAsync(viewer.Process.Ehr.ToString());
            await reader.CheckAsync("worklist", "loaded");
            await reader.Page.Locator("tr#deceased a").ClickAsync();
            var chart = new ChartPage(reader.Page.FrameLocator("iframe"));
            await Expect(chart.Banner).ToBeVisibleAsync();
            await Expect(chart.Locator("[data-status=Loading]")).ToHaveCountAsync(0);
            await reader.CheckAsync("patient in the EHR", "loaded");
            await reader.CheckAsync(
                "chart in a frame",
                "loaded",
                reader.Page.Frames.Single(frame =>
                    frame.Url.StartsWith(viewer.App.ToString(), StringComparison.Ordinal)
                )
            );
        });

    [Fact]
    public async Task Axe_finds_nothing_in_the_search_for_people()
    {
        await LookAsync(async reader =>
        {
            var search = new SearchPage(reader.Page);
            await SignInAsync(reader, fixture.Process, "demo-lind");
            await Expect(search.Outcome).ToHaveAttributeAsync("data-search", "idle");
            await reader.CheckAsync("person search", "empty");
            await SearchAsync(reader, "Roberson", "");
            await Expect(search.Problem).ToBeVisibleAsync();
            await reader.CheckAsync("person search", "refused");
            await SearchAsync(reader, "Roberson", "21-Aug-1934");
            await Expect(search.Outcome).ToHaveAttributeAsync("data-search", "none-found");
            await reader.CheckAsync("person search", "none found");
            await SearchAsync(reader, "Marchetti", "4-May-1971");
            await Expect(search.Outcome).ToHaveAttributeAsync("data-search", "found");
            await reader.CheckAsync("person search", "answered");
            await search.People.First.Locator("button").ClickAsync();
            await Expect(reader.Chart.Banner).ToBeVisibleAsync();
            await Expect(reader.Chart.Locator("[data-status=Loading]")).ToHaveCountAsync(0);
            await reader.CheckAsync("summary", "withheld, of a role that breaks no glass");
            await reader.Page.GotoAsync(new Uri(fixture.Process.App, "/search").ToString());
            await Expect(search.Recent).ToHaveCountAsync(1);
            await reader.CheckAsync("person search", "with recents");
            await reader.Page.GotoAsync(fixture.Process.App.ToString());
            await reader.CheckAsync("sign-in", "signed in");
        });
    }

    [Fact]
    public async Task Axe_finds_nothing_in_a_search_that_failed()
    {
        await using var fault = await viewer.Sandbox.FailAsync(
            new
            {
                api = "patient",
                resource = "patient-search",
                kind = "status",
                status = 403,
            }
        );
        await LookAsync(reader =>
            LookAtSearchAsync(reader, viewer.Process, "failed", "not-available")
        );
    }

    [Fact]
    public async Task Axe_finds_nothing_where_sessions_are_administered() =>
        await LookAsync(
            reader => LaunchAsync(reader, fixture.Process, "empty"),
            async reader =>
            {
                await SignInAsync(reader, fixture.Process, "demo-falk");
                await reader.Page.Locator("[data-records=sessions]").WaitForAsync();
                await reader.CheckAsync("sessions", "loaded");
            }
        );

    [Fact]
    public async Task Axe_finds_nothing_where_nobody_is_any_more()
    {
        await using var warning = await IdleAsync("00:00:02", "01:00:00");
        // Long enough to come to a chart by the search, in four languages at once.
        await using var locking = await IdleAsync("00:00:02", "00:00:15");
        await LookAsync(async reader =>
        {
            await LaunchAsync(reader, warning, "empty");
            await reader.Chart.Locator("dialog.idle[open] button").WaitForAsync();
            await reader.CheckAsync("idle warning", "of a chart");
            await SignInAsync(reader, warning, "demo-lind");
            await reader.Chart.Locator("dialog.idle[open] button").WaitForAsync();
            await reader.CheckAsync("idle warning", "of the search");
        });
        await LookAsync(async reader =>
        {
            await LaunchAsync(reader, locking, "empty");
            await LockedAsync("of a launch");
            await SignInAsync(reader, locking, "demo-lind");
            await SearchAsync(reader, "Roberson", "20-Aug-1934");
            await new SearchPage(reader.Page).People.First.Locator("button").ClickAsync();
            await LockedAsync("of the search");

            async Task LockedAsync(string state)
            {
                // The circuit says so first, and then the page loads itself anew.
                await reader.Page.WaitForFunctionAsync(
                    "() => performance.getEntriesByType('navigation')[0].type === 'reload' && document.querySelector('[data-message=Locked]')",
                    null,
                    new() { Timeout = 60_000 }
                );
                await reader.CheckAsync("locked chart", state);
            }
        });
    }

    private Task<IResponse?> GoToAsync(AxeReader reader, string path) =>
        reader.Page.GotoAsync(new Uri(viewer.App, path).ToString());

    /// <summary>Comes to where the user's work is.</summary>
    private static async Task SignInAsync(AxeReader reader, ViewerProcess process, string user)
    {
        await reader.Page.Context.ClearCookiesAsync(
            new() { NameRegex = new("^(?!heichartviewer-display)") }
        );
        await reader.Page.GotoAsync(process.App.ToString());
        await reader.Page.Locator($"button[value={user}]").ClickAsync();
        await Expect(reader.Page.Locator("form[action='/sign-in']")).ToHaveCountAsync(0);
    }

    private static async Task SearchAsync(AxeReader reader, string name, string born)
    {
        await reader.Page.Locator("form input").Nth(0).FillAsync(name);
        await reader.Page.Locator("form input").Nth(1).FillAsync(born);
        await reader.Page.Locator("form button[type=submit]").ClickAsync();
    }

    private static async Task LookAtSearchAsync(
        AxeReader reader,
        ViewerProcess process,
        string state,
        string expected
    )
    {
        await SignInAsync(reader, process, "demo-lind");
        await SearchAsync(reader, "Roberson", "20-Aug-1934");
        await Expect(new SearchPage(reader.Page).Outcome)
            .ToHaveAttributeAsync("data-search", expected);
        await reader.CheckAsync("person search", state);
    }

    private static Task<ViewerProcess> IdleAsync(string warnAfter, string lockAfter) =>
        ViewerProcess.StartAsync(
            "--Viewer:Session:WarnAfter",
            warnAfter,
            "--Viewer:Session:LockAfter",
            lockAfter,
            "--Viewer:Session:EndAfter",
            "02:00:00"
        );
}
