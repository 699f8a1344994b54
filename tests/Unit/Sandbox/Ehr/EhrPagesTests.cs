using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace HeiChartViewer.Tests.Unit.Sandbox.Ehr;

public sealed class EhrPagesTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    private const string AnalisaPath = $"/ehr/patients/{SandboxHost.StBrigid}/151579";

    [Fact]
    public async Task The_root_leads_to_the_worklist_which_names_the_cases_first()
    {
        var page = await OpenAsync("/");

        Assert.Equal("Worklist", page.QuerySelector("h1")!.TextContent);
        var rows = page.QuerySelectorAll("tbody tr");
        Assert.Equal("ROBERSON, Analisa", rows[0].QuerySelector("th a")!.TextContent);
        Assert.Equal(AnalisaPath, rows[0].QuerySelector("th a")!.GetAttribute("href"));
        var cases = rows.TakeWhile(row => row.ClassList.Contains("case")).Count();
        Assert.True(cases > 20);
        Assert.DoesNotContain(rows.Skip(cases), row => row.ClassList.Contains("case"));
    }

    [Theory]
    [InlineData("roberson", 1)]
    [InlineData("4481207731", 1)]
    [InlineData("giul marchetti", 2)]
    [InlineData("no such person", 0)]
    public async Task The_filter_keeps_the_rows_that_hold_every_word(string filter, int count)
    {
        var page = await OpenAsync($"/ehr?q={Uri.EscapeDataString(filter)}");

        Assert.Equal(count, page.QuerySelectorAll("tbody tr").Length);
        Assert.StartsWith(
            $"Showing {count} of ",
            page.QuerySelector("[role=status]")!.TextContent.Trim(),
            StringComparison.Ordinal
        );
        Assert.Equal(filter, page.QuerySelector("input[name=q]")!.GetAttribute("value"));
    }

    /// <summary>There may be a hundred thousand patients: a document shows a hundred, and leads to the others.</summary>
    [Fact]
    public async Task A_long_worklist_comes_in_pages_that_hold_each_row_once()
    {
        var seen = new List<string>();
        var next = "/ehr";
        while (next is not null)
        {
            var page = await OpenAsync(next);
            var rows = page.QuerySelectorAll("tbody tr").Select(row => row.Id!).ToList();
            Assert.InRange(rows.Count, 1, 100);
            Assert.StartsWith(
                $"Showing {seen.Count + 1} to {seen.Count + rows.Count} of 240 patients",
                page.QuerySelector("[role=status]")!.TextContent.Trim(),
                StringComparison.Ordinal
            );
            seen.AddRange(rows);
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(240, seen.Count);
        Assert.Equal(240, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("99")]
    [InlineData("many")]
    public async Task A_page_that_is_not_there_is_the_nearest_that_is(string number)
    {
        var page = await OpenAsync($"/ehr?page={number}");
        Assert.NotEmpty(page.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task The_pages_of_a_search_keep_what_was_looked_for()
    {
        var page = await OpenAsync("/ehr?q=1");
        var next = page.QuerySelector("a[rel=next]")!.GetAttribute("href");
        Assert.Equal("/ehr?q=1&page=2", next);
        Assert.Equal(
            "1",
            (await OpenAsync(next!)).QuerySelector("input[name=q]")!.GetAttribute("value")
        );
    }

    [Fact]
    public async Task The_frame_asks_the_EHR_for_its_launch_and_a_refresh_asks_again()
    {
        var page = await OpenAsync(AnalisaPath);

        var frame = page.QuerySelector("iframe")!;
        var launch = $"/ehr/launches/{SandboxHost.StBrigid}/151579?kind=plain";
        Assert.Equal(launch, frame.GetAttribute("src"));
        Assert.Equal("Longitudinal record", frame.GetAttribute("title"));
        Assert.False(frame.HasAttribute("sandbox"));
        Assert.Equal("ROBERSON, Analisa", page.QuerySelector("h1")!.TextContent);
        var refresh = page.QuerySelector("#as-of")!;
        Assert.Equal(
            (launch, frame.GetAttribute("name")),
            (refresh.GetAttribute("href"), refresh.GetAttribute("target"))
        );
    }

    [Fact]
    public async Task The_frame_is_sandboxed_as_asked()
    {
        Assert.Contains("allow-popups", await SandboxAsync("athena"), StringComparison.Ordinal);
        Assert.Equal("allow-forms allow-same-origin allow-scripts", await SandboxAsync("strict"));
        Assert.Null(await SandboxAsync("none"));
        Assert.Null(await SandboxAsync("nonsense"));

        async Task<string?> SandboxAsync(string frame) =>
            (await OpenAsync($"{AnalisaPath}?frame={frame}"))
                .QuerySelector("iframe")!
                .GetAttribute("sandbox");
    }

    [Fact]
    public async Task The_chart_menu_offers_every_kind_of_launch_and_of_frame_and_shows_which_is_on()
    {
        var page = await OpenAsync($"{AnalisaPath}?kind=plain&frame=strict&frames=2");

        var offered = page.QuerySelectorAll("nav.menu a")
            .Select(link => link.GetAttribute("href")!)
            .ToList();
        foreach (var kind in (string[])["plain", "smart", "signed", "signed-post"])
            Assert.Contains(
                offered,
                address => address.Contains($"kind={kind}&", StringComparison.Ordinal)
            );
        foreach (var frame in (string[])["none", "athena", "strict"])
            Assert.Contains(
                offered,
                address => address.Contains($"frame={frame}", StringComparison.Ordinal)
            );
        Assert.Equal(2, page.QuerySelectorAll("nav.menu a[aria-current=true]").Length);
        Assert.Equal(
            "Longitudinal record",
            page.QuerySelector("nav.menu .contents [aria-current=page]")!.TextContent
        );
        Assert.All(
            page.QuerySelectorAll("iframe"),
            frame =>
                Assert.EndsWith("?kind=plain", frame.GetAttribute("src"), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_switch_of_patient_leads_over_the_worklist_to_a_chart_that_frames_that_patient_alone()
    {
        var first = await OpenAsync(AnalisaPath);
        var worklist = await OpenAsync(first.QuerySelector("#worklist")!.GetAttribute("href")!);
        var next = worklist.QuerySelectorAll("tbody tr th a")[1].GetAttribute("href")!;

        var second = await OpenAsync(next);

        var person = next.Split('/')[^1];
        Assert.NotEqual("151579", person);
        Assert.Contains(
            $"/{person}?",
            second.QuerySelector("iframe")!.GetAttribute("src"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "151579",
            second.QuerySelector("main")!.OuterHtml,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_second_frame_has_a_name_and_a_title_of_its_own()
    {
        var frames = (await OpenAsync($"{AnalisaPath}?frames=2")).QuerySelectorAll("iframe");

        Assert.Equal(2, frames.Length);
        Assert.Equal(2, frames.Select(frame => frame.GetAttribute("name")).Distinct().Count());
        Assert.Equal(2, frames.Select(frame => frame.GetAttribute("title")).Distinct().Count());
    }

    [Theory]
    [InlineData("/ehr/patients/877307a0-b5f5-4a01-9d4b-9fead6bcf788/1")]
    [InlineData("/ehr/patients/nowhere/151579")]
    public async Task A_person_the_EHR_does_not_know_is_a_404_page(string path)
    {
        using var answer = await host.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(
            "no such patient",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Every_page_says_that_its_data_is_synthetic_and_runs_no_script()
    {
        foreach (
            var path in (string[])["/ehr", AnalisaPath, "/ehr/patients/nowhere/1", "/ehr/sign-in"]
        )
        {
            using var answer = await host.Client.GetAsync(path);
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            Assert.Contains("SYNTHETIC DATA", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("script"));
            Assert.Contains(
                "default-src 'none'",
                answer.Headers.GetValues("Content-Security-Policy").Single(),
                StringComparison.Ordinal
            );
            Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Single(page.QuerySelectorAll("main"));
        }
    }

    [Fact]
    public async Task A_hostile_name_is_text()
    {
        var person = await host.CaseAsync("hostile-text");
        var page = await OpenAsync(
            $"/ehr/patients/{person.Text("dataPartitionId")}/{person.Text("personId")}"
        );

        Assert.Equal(person.Text("displayName"), page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script, img"));
    }

    [Fact]
    public async Task Without_a_chart_viewer_the_worklist_needs_only_its_stylesheet()
    {
        var page = await OpenAsync("/ehr");
        var sheet = Assert
            .Single(page.QuerySelectorAll("link[rel=stylesheet]"))
            .GetAttribute("href")!;
        using var css = await host.Client.GetAsync(sheet);
        Assert.Equal("text/css", css.Content.Headers.ContentType!.MediaType);
        Assert.Contains(
            ".organizer",
            await css.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    private async Task<IDocument> OpenAsync(string path)
    {
        using var answer = await host.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }
}
