using System.Text.RegularExpressions;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>
/// What assistive technology is given of each screen: its roles, names and states, kept in <c>tests/E2E/Trees</c>.
/// After a change that was meant, <c>ACCEPT_TREES=1</c> writes them anew.
/// </summary>
[Collection(ViewerCollection.Name)]
public sealed partial class AccessibilityTreeSpec(Viewer viewer)
{
    /// <summary>The rows of a table are built alike; these stand for all of them.</summary>
    private const int RowsKept = 2;

    private static readonly string Folder = Path.Combine(
        ViewerProcess.RepositoryRoot,
        "tests",
        "E2E",
        "Trees"
    );

    [Fact]
    public async Task WCAG_4_1_2_UX_8_Each_screen_has_the_tree_that_was_agreed()
    {
        var changed = new List<string>();
        var page = await viewer.PageAsync();
        await page.GotoAsync(viewer.App.ToString());
        await CompareAsync("sign-in");
        await page.GotoAsync(new Uri(viewer.App, "/launch?personId=1").ToString());
        await CompareAsync("refusal");
        var chart = await ChartPage.LaunchAsync(
            page,
            viewer,
            await viewer.Sandbox.PatientAsync("analisa")
        );
        await chart.WaitUntilLoadedAsync();
        await CompareAsync("summary");
        foreach (
            var view in ChartPage
                .Sections.Select(section => section.Slug)
                .Prepend("timeline")
                .Append("care-gaps")
                .Append("demographics")
        )
        {
            await chart.GoToAsync(view);
            await Expect(chart.Locator("main h1")).ToBeFocusedAsync();
            // A view is drawn once that it is looked at has been recorded.
            await chart.Locator("main section[data-section]").First.WaitForAsync();
            await Expect(chart.Locator("main [data-status=Loading]")).ToHaveCountAsync(0);
            // What stands together in the drawing is another with each day that a life grows by; its twin is the same.
            if (view == "timeline")
            {
                await chart.Locator("[data-table]").ClickAsync();
                await chart.Locator("table[data-records=items]").WaitForAsync();
            }
            await CompareAsync(view);
        }
        await chart.GoToAsync("results");
        var results = chart.Section("results");
        await results.GetByText("By test and day").ClickAsync();
        await results.Locator("tr[data-series]").First.WaitForAsync();
        await CompareAsync("flowsheet");
        await results.Locator("tr[data-series^=Potassium] button").First.ClickAsync();
        await results.Locator("svg .result").First.WaitForAsync();
        await CompareAsync("graph");
        await page.Context.CloseAsync();

        Assert.True(changed.Count == 0, string.Join(Environment.NewLine, changed));

        async Task CompareAsync(string screen)
        {
            // A view that failed has a tree too, and not the one to agree to.
            await Expect(page.Locator(".fault")).ToHaveCountAsync(0);
            var tree = Agreed(await page.Locator("body").AriaSnapshotAsync());
            var file = Path.Combine(Folder, $"{screen}.yml");
            if (Environment.GetEnvironmentVariable("ACCEPT_TREES") is not null)
            {
                Directory.CreateDirectory(Folder);
                await File.WriteAllTextAsync(file, tree);
            }
            var agreed = File.Exists(file) ? await File.ReadAllTextAsync(file) : "";
            var (was, now) = (agreed.Split('\n'), tree.Split('\n'));
            changed.AddRange(was.Except(now).Select(line => $"{screen}: gone    {line}"));
            changed.AddRange(now.Except(was).Select(line => $"{screen}: new     {line}"));
            if (tree != agreed && !was.Except(now).Any() && !now.Except(was).Any())
                changed.Add($"{screen}: the same lines in another order or number");
        }
    }

    /// <summary>What a date, a count or a length of time is today is no part of the tree.</summary>
    private static string Agreed(string tree)
    {
        var lines = new List<string>();
        var rows = 0;
        int? left = null;
        foreach (var line in tree.Split('\n'))
        {
            var depth = line.Length - line.TrimStart().Length;
            if (left is { } indent && depth > indent)
                continue;
            left = null;
            if (line.AsSpan(depth).StartsWith("- rowgroup"))
                rows = 0;
            // A name with a colon in it stands in quotes, as in - 'row "Reason: …"'.
            if (Row().IsMatch(line.AsSpan(depth)) && ++rows > RowsKept)
            {
                left = depth;
                continue;
            }
            // An address names the session.
            if (!line.AsSpan(depth).StartsWith("- /url:"))
                lines.Add(Figures().Replace(Months().Replace(line, "Mmm"), "#"));
        }
        return string.Join('\n', lines) + "\n";
    }

    [GeneratedRegex("^- '?row ")]
    private static partial Regex Row();

    [GeneratedRegex(@"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b")]
    private static partial Regex Months();

    [GeneratedRegex(@"\d+([.,:]\d+)*")]
    private static partial Regex Figures();
}
