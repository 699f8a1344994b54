using System.Globalization;
using System.Text.RegularExpressions;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>
/// What docs/sandbox.md says of each case that a viewer must do with it, on what is rendered in the demo EHR's frame. A
/// case that is added to the sandbox or to the document fails here until its rule is asserted. The case that comes
/// while a chart is open, an id that is retired, is <see cref="PatientIdChangeSpec"/>.
/// </summary>
[Collection(ViewerCollection.Name)]
public sealed partial class CatalogueSpec
{
    private readonly Viewer _viewer;
    private readonly Dictionary<string, Func<SandboxPatient, Task>> _rules;

    public CatalogueSpec(Viewer viewer)
    {
        _viewer = viewer;
        _rules = new()
        {
            ["analisa"] = ShowsItWholeAndShowsTheConflicts,
            ["deceased"] = SaysSoInTheBannerWithTheAgeAtDeath,
            ["infant"] = GivesTheAgeAndFlagsNothingWithoutARange,
            ["newborn"] = GivesTheAge,
            ["single-name"] = InventsNoFamilyName,
            ["similar-name-1"] = WarnsInTheSearch,
            ["similar-name-2"] = WarnsInTheSearch,
            ["twin-1"] = WarnsInTheSearch,
            ["twin-2"] = WarnsInTheSearch,
            ["same-name-1"] = WarnsInTheSearch,
            ["same-name-2"] = WarnsInTheSearch,
            ["two-matches"] = patient => StopsAndSaysAsync(patient, "PatientAmbiguous"),
            ["no-match"] = patient => StopsAndSaysAsync(patient, "PatientNotFound"),
            ["long-name"] = ShowsTheWholeName,
            ["arabic-name"] = KeepsTheTextAroundTheNameInOrder,
            ["chinese-name"] = KeepsTheTextAroundTheNameInOrder,
            ["swedish-name"] = KeepsTheLettersAsTheyAre,
            ["disagreeing-identity"] = ShowsThatSourcesDisagreeAndWhoseIsWhose,
            ["no-known-allergies"] = SaysNoKnownAllergies,
            ["empty"] = SaysNoneReceivedAndNotNone,
            ["hundred-thousand"] = HoldsNoMoreThanAPageInTheBrowser,
            ["ten-thousand"] = ShowsTheFirstPageBeforeTheLastAndThenAll,
            ["entered-in-error"] = NeverShowsWhatWasTakenBackAndShowsUnknownStatuses,
            ["mixed-units"] = DrawsOneSeriesForEachUnit,
            ["panels"] = ShowsEachPart,
            ["text-only"] = ShowsTheWords,
            ["hostile-text"] = ShowsTextAsText,
            ["vague-dates"] = PrintsDatesAsTheyCame,
            ["summer-time"] = KeepsTheOrderInWhichReadingsWereTaken,
            ["comparators"] = PrintsComparatorsAsTheyCame,
            ["documents"] = ShowsEachDocumentAsWhatItIs,
        };
        for (var number = 1; number <= 8; number++)
            _rules[$"bleed-{number}"] = ShowsItsWordAndNoOther;
    }

    /// <summary>The cases of the table in the document, by name.</summary>
    public static TheoryData<string> Cases() => new(Names());

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Each_case_of_the_catalogue_is_shown_as_its_rule_says(string name)
    {
        Assert.True(_rules.ContainsKey(name), $"No rule is asserted of the case '{name}'.");
        await _rules[name](await _viewer.Sandbox.PatientAsync(name));
    }

    [Fact]
    public async Task The_worklist_has_the_cases_of_the_catalogue_and_no_other()
    {
        var page = await _viewer.PageAsync();
        await page.GotoAsync(_viewer.Process.Ehr.ToString());

        var listed = await page.Locator("tr.case")
            .EvaluateAllAsync<string[]>("rows => rows.map(row => row.id)");

        Assert.Equal(Names().Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        await page.Context.CloseAsync();
    }

    private static List<string> Names()
    {
        var document = File.ReadAllText(
            Path.Combine(ViewerProcess.RepositoryRoot, "docs", "sandbox.md")
        );
        var table = document[document.IndexOf("## The cases", StringComparison.Ordinal)..];
        return
        [
            .. CaseRow()
                .Matches(table)
                .SelectMany(row =>
                {
                    List<string> names =
                    [
                        .. CaseName().Matches(row.Value).Select(name => name.Groups[1].Value),
                    ];
                    return row.Value.Contains("` to `", StringComparison.Ordinal)
                        ? Between(names[0], names[1])
                        : names;
                }),
        ];
    }

    private static List<string> Between(string first, string last)
    {
        var stem = first[..(first.LastIndexOf('-') + 1)];
        int Number(string name) => int.Parse(name[stem.Length..], CultureInfo.InvariantCulture);
        return
        [
            .. Enumerable
                .Range(Number(first), Number(last) - Number(first) + 1)
                .Select(number => $"{stem}{number}"),
        ];
    }

    /// <summary>Opens a patient from the EHR, in its frame.</summary>
    private async Task<(IPage Page, ChartPage Chart)> OpenAsync(SandboxPatient patient)
    {
        var page = await _viewer.PageAsync();
        await page.GotoAsync(
            new Uri(
                _viewer.Process.Ehr,
                $"/ehr/patients/{patient.DataPartitionId}/{patient.PersonId}"
            ).ToString()
        );
        return (page, new ChartPage(page.FrameLocator("iframe")));
    }

    private async Task InChartAsync(SandboxPatient patient, Func<ChartPage, Task> look)
    {
        var (page, chart) = await OpenAsync(patient);
        await chart.WaitUntilLoadedAsync();
        await look(chart);
        await page.Context.CloseAsync();
    }

    /// <summary>The results by test and day.</summary>
    private static async Task<ILocator> FlowsheetAsync(ChartPage chart)
    {
        await chart.GoToAsync("results");
        await chart.Section("results").GetByText("By test and day").ClickAsync();
        var series = chart.Section("results").Locator("tr[data-series]");
        await series.First.WaitForAsync();
        return series;
    }

    [GeneratedRegex(@"^\| `[^|]*", RegexOptions.Multiline)]
    private static partial Regex CaseRow();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CaseName();
}
