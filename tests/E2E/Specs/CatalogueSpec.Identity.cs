using System.Globalization;
using System.Text.RegularExpressions;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <content>Who a patient is.</content>
public sealed partial class CatalogueSpec
{
    private Task SaysSoInTheBannerWithTheAgeAtDeath(SandboxPatient patient) =>
        InChartAsync(
            patient,
            async chart =>
            {
                await Expect(chart.Locator("[data-banner=died]"))
                    .ToHaveTextAsync("14-Mar-2026 (aged 81y)");
                // Nobody is older today than on the day of death.
                await Expect(chart.Locator("[data-banner=born]")).ToHaveTextAsync("02-Jun-1944");
            }
        );

    private Task GivesTheAgeAndFlagsNothingWithoutARange(SandboxPatient patient) =>
        InChartAsync(
            patient,
            async chart =>
            {
                await ShowsTheAgeAsync(chart, new DateOnly(2026, 10, 11));
                await chart.GoToAsync("results");
                await Expect(chart.Rows("results").First).ToBeVisibleAsync();
                await Expect(
                        chart
                            .Section("results")
                            .Locator(".flag", new() { HasTextString = "computed" })
                    )
                    .ToHaveCountAsync(0);
            }
        );

    private Task GivesTheAge(SandboxPatient patient) =>
        InChartAsync(patient, chart => ShowsTheAgeAsync(chart, new DateOnly(2026, 11, 22)));

    private Task InventsNoFamilyName(SandboxPatient patient) =>
        InChartAsync(
            patient,
            chart => Expect(chart.Name).ToHaveTextAsync(new Regex("^Prabowani$"))
        );

    private static readonly Dictionary<string, string> AlikeBorn = new()
    {
        ["similar-name"] = "4 May 1971",
        ["twin"] = "30 May 2019",
        ["same-name"] = "29 Feb 1956",
    };

    [GeneratedRegex("(same|similar) .*birth date as another person in this list")]
    private static partial Regex SameBirthDate();

    /// <summary>Who is found with somebody like them is marked with why, and so is the other; the chart is the one's alone.</summary>
    private async Task WarnsInTheSearch(SandboxPatient patient)
    {
        await InChartAsync(
            patient,
            async chart =>
            {
                await Expect(chart.Name)
                    .ToHaveTextAsync(patient.DisplayName, new() { IgnoreCase = true });
                await Expect(chart.Locator("[data-banner=source-person]"))
                    .ToContainTextAsync(patient.PersonId);
            }
        );
        var page = await _viewer.PageAsync();
        var search = await SearchPage.OpenAsync(page, _viewer.App);

        await search.SearchAsync(
            ("Name", patient.DisplayName.Split(',')[0]),
            ("Birth date", AlikeBorn[patient.Name[..patient.Name.LastIndexOf('-')]])
        );

        var alike = search.People.Filter(new() { HasTextRegex = SameBirthDate() });
        await Expect(alike).ToHaveCountAsync(2);
        await Expect(alike.Filter(new() { HasText = patient.DisplayName }).First)
            .ToBeVisibleAsync();
        // What does tell them apart is beside the names.
        var identifiers = await alike.Locator("td:nth-child(4)").AllInnerTextsAsync();
        Assert.Equal(2, identifiers.Distinct().Count());
        await page.Context.CloseAsync();
    }

    private async Task StopsAndSaysAsync(SandboxPatient patient, string message)
    {
        var (page, chart) = await OpenAsync(patient);
        await Expect(chart.Message).ToHaveAttributeAsync("data-message", message);
        await Expect(chart.Banner).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    private Task ShowsTheWholeName(SandboxPatient patient) =>
        InChartAsync(
            patient,
            async chart =>
            {
                Assert.True(patient.DisplayName.Length > 150);
                await Expect(chart.Name)
                    .ToHaveTextAsync(patient.DisplayName, new() { IgnoreCase = true });
                Assert.True(
                    await chart.Name.EvaluateAsync<bool>(
                        "name => name.scrollWidth <= name.clientWidth && name.scrollHeight <= name.clientHeight + 1"
                    ),
                    "The name is cut."
                );
                await Expect(chart.Rail("demographics")).ToBeInViewportAsync();
            }
        );

    private Task KeepsTheTextAroundTheNameInOrder(SandboxPatient patient) =>
        InChartAsync(
            patient,
            async chart =>
            {
                await Expect(chart.Name).ToHaveTextAsync(patient.DisplayName);
                // A script that runs from the right stays where it is written, and turns no word beside it.
                Assert.Equal(
                    "isolate",
                    await chart.Name.EvaluateAsync<string>(
                        "name => getComputedStyle(name).unicodeBidi"
                    )
                );
                foreach (var word in new[] { "born", "gender" })
                    Assert.True(
                        await chart
                            .Locator($"[data-banner={word}]")
                            .EvaluateAsync<bool>(
                                "value => value.previousElementSibling.getBoundingClientRect().left <= value.getBoundingClientRect().left"
                            ),
                        $"'{word}' stands after its value."
                    );
            }
        );

    private Task KeepsTheLettersAsTheyAre(SandboxPatient patient) =>
        InChartAsync(patient, chart => Expect(chart.Name).ToHaveTextAsync("ÖHRSTRÖM, Åsa Östen"));

    private Task ShowsThatSourcesDisagreeAndWhoseIsWhose(SandboxPatient patient) =>
        InChartAsync(
            patient,
            async chart =>
            {
                await Expect(chart.Banner).ToContainTextAsync("Sources differ: ");
                await Expect(chart.Banner)
                    .ToContainTextAsync("birth date", new() { IgnoreCase = true });
                await chart.GoToAsync("demographics");
                var columns = chart.Locator("[data-records=demographics] thead th[data-source]");
                await columns.First.WaitForAsync();
                var sources = await columns.AllInnerTextsAsync();
                foreach (
                    var (source, born) in new[]
                    {
                        ("St. Brigid Millennium", "08-Apr-1962"),
                        ("Eastside Clinics", "04-Aug-1962"),
                        ("Northgate Claims", "08-Apr-1926"),
                    }
                )
                {
                    var column = sources
                        .ToList()
                        .FindIndex(text => text.Contains(source, StringComparison.Ordinal));
                    await Expect(
                            chart.Locator("tr.differing[data-field='Birth date'] td").Nth(column)
                        )
                        .ToHaveTextAsync(born);
                }
                await Expect(chart.Locator("tr[data-field='Sex at birth']"))
                    .ToContainTextAsync("sources differ");
            }
        );

    private static async Task ShowsTheAgeAsync(ChartPage chart, DateOnly born)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var days = today.DayNumber - born.DayNumber;
        var months =
            (today.Year - born.Year) * 12
            + today.Month
            - born.Month
            - (today.Day < born.Day ? 1 : 0);
        var age =
            days < 28 ? $"{days}d"
            : days < 91 ? $"{days / 7}w"
            : months < 24 ? $"{months}m"
            : $"{months / 12}y";
        await Expect(chart.Locator("[data-banner=born]"))
            .ToHaveTextAsync(
                $"{born.ToString("dd-MMM-yyyy", CultureInfo.InvariantCulture)} ({age})"
            );
    }
}
