using System.Text.RegularExpressions;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>A coordinator searches for people and opens the chart of one.</summary>
[Collection(ViewerCollection.Name)]
public sealed class PersonSearchSpec(Viewer viewer)
{
    [Fact]
    public async Task Promise_17_One_criterion_is_refused_in_words_and_not_searched()
    {
        var page = await viewer.PageAsync();
        var search = await SearchPage.OpenAsync(page, viewer.App);

        await search.SearchAsync(("Name", "Roberson"));

        await Expect(search.Problem).ToContainTextAsync("Give at least two");
        await Expect(search.Outcome).ToHaveAttributeAsync("data-search", "idle");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_birth_date_that_means_two_days_is_refused()
    {
        var page = await viewer.PageAsync();
        var search = await SearchPage.OpenAsync(page, viewer.App);

        await search.SearchAsync(("Name", "Roberson"), ("Birth date", "08/09/1934"));

        await Expect(search.Problem).ToContainTextAsync("Write the birth date as 20-Aug-1934");
        await Expect(search.Outcome).ToHaveAttributeAsync("data-search", "idle");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Name_and_birth_date_find_the_person_and_open_their_chart()
    {
        var page = await viewer.PageAsync();
        var search = await SearchPage.OpenAsync(page, viewer.App);

        await search.SearchAsync(("Name", "roberson"), ("Birth date", "20-Aug-1934"));

        await Expect(search.Outcome).ToHaveAttributeAsync("data-search", "found");
        await Expect(search.Outcome).ToContainTextAsync("1 person matches.");
        await Expect(search.People).ToHaveCountAsync(1);
        await Expect(search.People).ToContainTextAsync("ROBERSON, Analisa");
        await Expect(search.People).ToContainTextAsync("20-Aug-1934");

        await search.People.GetByRole(AriaRole.Button).ClickAsync();
        var chart = new ChartPage(page);
        await chart.WaitUntilLoadedAsync();
        await Expect(chart.Name).ToContainTextAsync("ROBERSON, Analisa");
        await Expect(chart.Locator("footer")).ToContainTextAsync("M. Lind");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task UX_1_People_who_could_be_taken_for_one_another_are_marked()
    {
        var page = await viewer.PageAsync();
        var search = await SearchPage.OpenAsync(page, viewer.App);

        await search.SearchAsync(("Name", "Marchetti"), ("Birth date", "4 May 1971"));

        await Expect(search.Outcome).ToContainTextAsync("2 people match.");
        await Expect(search.People).ToHaveCountAsync(2);
        foreach (var given in new[] { "Giuliana", "Giulia" })
            await Expect(
                    search.People.Filter(new() { HasTextString = $"MARCHETTI, {given} " }).First
                )
                .ToContainTextAsync(
                    "similar name and same birth date as another person in this list"
                );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task PAB_0073_No_list_of_people_has_a_banner_not_even_of_one()
    {
        var page = await viewer.PageAsync();
        var banner = new ChartPage(page).Banner;
        var search = await SearchPage.OpenAsync(page, viewer.App);
        await Expect(banner).ToHaveCountAsync(0);

        await search.SearchAsync(("Name", "Marchetti"), ("Birth date", "4 May 1971"));
        await Expect(search.People).ToHaveCountAsync(2);
        await Expect(banner).ToHaveCountAsync(0);

        await search.SearchAsync(("Name", "roberson"), ("Birth date", "20-Aug-1934"));
        await Expect(search.People).ToHaveCountAsync(1);
        await Expect(banner).ToHaveCountAsync(0);

        // Nor once a chart was opened, and its patient is on the list of those.
        await search.People.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(banner).ToBeVisibleAsync();
        await page.GotoAsync(new Uri(viewer.App, "search").ToString());
        await Expect(search.Recent).ToHaveCountAsync(1);
        await Expect(banner).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task WCAG_3_3_7_What_was_typed_stays_for_the_next_search()
    {
        var page = await viewer.PageAsync();
        var search = await SearchPage.OpenAsync(page, viewer.App);
        await search.SearchAsync(("Name", "Roberson"), ("Birth date", "21-Aug-1934"));
        await Expect(search.Outcome).ToHaveAttributeAsync("data-search", "none-found");

        await Expect(page.GetByLabel("Name")).ToHaveValueAsync("Roberson");
        await search.SearchAsync(("Birth date", "20-Aug-1934"));

        await Expect(search.People).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Contract_3_2_The_sex_narrows_what_was_found_and_says_how_many_it_left_out()
    {
        var page = await viewer.PageAsync();
        var search = await SearchPage.OpenAsync(page, viewer.App);

        await page.GetByLabel("Sex").SelectOptionAsync(["Male"]);
        await search.SearchAsync(("Name", "roberson"), ("Birth date", "20-Aug-1934"));

        await Expect(search.Outcome)
            .ToContainTextAsync("1 of them is left out: every source that records a sex");
        await Expect(search.People).ToHaveCountAsync(0);

        await page.GetByLabel("Sex").SelectOptionAsync(["Female"]);
        await search.SearchAsync();

        await Expect(search.People).ToHaveCountAsync(1);
        await Expect(search.Outcome).Not.ToContainTextAsync("left out");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Contract_3_2_An_identifier_is_searched_for_among_those_of_one_source()
    {
        var page = await viewer.PageAsync();
        var search = await SearchPage.OpenAsync(page, viewer.App);
        await search.SearchAsync(("Name", "roberson"), ("Birth date", "20-Aug-1934"));
        var written = await search.People.First.Locator("td").Nth(2).InnerTextAsync();
        var mrn = written.Split((char[]?)null).First(word => word.All(char.IsAsciiDigit));
        var source = await search.People.First.Locator(".source").First.InnerTextAsync();
        var givenBy = page.GetByLabel("Given by");
        var other = (await givenBy.Locator("option").AllInnerTextsAsync())
            .Skip(1)
            .First(name => name != source);

        await givenBy.SelectOptionAsync([new SelectOptionValue { Label = other }]);
        await search.SearchAsync(("Identifier", mrn));
        await Expect(search.Outcome).ToHaveAttributeAsync("data-search", "none-found");

        await givenBy.SelectOptionAsync([new SelectOptionValue { Label = source }]);
        await search.SearchAsync();
        await Expect(search.Outcome).ToHaveAttributeAsync("data-search", "found");
        await Expect(search.People).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Whom_the_coordinator_opened_is_listed_until_they_sign_out_and_opened_anew()
    {
        var page = await viewer.PageAsync();
        var search = await SearchPage.OpenAsync(page, viewer.App);
        await Expect(search.Recent).ToHaveCountAsync(0);
        await search.SearchAsync(("Name", "roberson"), ("Birth date", "20-Aug-1934"));
        await search.People.GetByRole(AriaRole.Button).ClickAsync();
        await new ChartPage(page).WaitUntilLoadedAsync();
        var first = page.Url;

        await page.GotoAsync(new Uri(viewer.App, "search").ToString());

        await Expect(search.Recent).ToHaveCountAsync(1);
        await Expect(search.Recent).ToContainTextAsync("ROBERSON, Analisa");
        Assert.Equal(
            "{}{}",
            await page.EvaluateAsync<string>(
                "() => JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"
            )
        );
        await search.Recent.GetByRole(AriaRole.Button).ClickAsync();
        var chart = new ChartPage(page);
        await chart.WaitUntilLoadedAsync();
        await Expect(chart.Name).ToContainTextAsync("ROBERSON, Analisa");
        Assert.NotEqual(first, page.Url);

        await page.Context.ClearCookiesAsync();
        search = await SearchPage.OpenAsync(page, viewer.App);
        await Expect(search.Outcome).ToHaveAttributeAsync("data-search", "idle");
        await Expect(search.Recent).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Nobody_found_is_not_worded_as_nobody_exists()
    {
        var page = await viewer.PageAsync();
        var search = await SearchPage.OpenAsync(page, viewer.App);

        await search.SearchAsync(("Name", "Roberson"), ("Birth date", "21-Aug-1934"));

        await Expect(search.Outcome).ToHaveAttributeAsync("data-search", "none-found");
        await Expect(search.Outcome).ToContainTextAsync("may know the person by another name");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_search_that_fails_is_not_available_and_can_be_tried_again()
    {
        var page = await viewer.PageAsync();
        var search = await SearchPage.OpenAsync(page, viewer.App);
        await using (
            await viewer.Sandbox.FailAsync(
                new
                {
                    api = "patient",
                    resource = "patient-search",
                    kind = "status",
                    status = 403,
                }
            )
        )
        {
            await search.SearchAsync(("Name", "Roberson"), ("Birth date", "20-Aug-1934"));

            await Expect(search.Outcome).ToHaveAttributeAsync("data-search", "not-available");
            await Expect(search.Outcome)
                .ToContainTextAsync("This does not mean that nobody matches.");
            await Expect(search.People).ToHaveCountAsync(0);
        }

        await search.Outcome.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();
        await Expect(search.People).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }
}
