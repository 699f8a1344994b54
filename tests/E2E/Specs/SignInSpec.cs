using System.Net;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>Users who sign in with their organisation: a provider that nobody here wrote vouches for them.</summary>
[Collection(SignInCollection.Name)]
public sealed class SignInSpec(OidcProvider provider)
{
    [Fact]
    public async Task A_coordinator_signs_in_with_the_provider_and_searches()
    {
        var page = await provider.PageAsync();
        await page.GotoAsync(provider.App.ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in with" }).ClickAsync();
        await OidcProvider.SignInAsync(page, "lind.coordinator");

        await page.GetByRole(AriaRole.Link, new() { Name = "Search for a person" }).ClickAsync();

        var search = new SearchPage(page);
        await search.SearchAsync(("Name", "Roberson"), ("Birth date", "20-Aug-1934"));
        await Expect(search.Outcome).ToHaveAttributeAsync("data-search", "found");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Control_20_The_parameters_name_the_patient_and_the_sign_in_proves_the_user()
    {
        var patient = await provider.Sandbox.PatientAsync("analisa");
        var page = await provider.PageAsync();

        await page.GotoAsync(provider.Viewer.LaunchAddress(patient).ToString());
        Assert.StartsWith(provider.Issuer, page.Url, StringComparison.Ordinal);
        await OidcProvider.SignInAsync(page, "berg.clinician");

        var chart = new ChartPage(page);
        await Expect(chart.Name).ToContainTextAsync("ROBERSON");
        // Control 21: no address keeps the patient's id.
        Assert.DoesNotContain(patient.PersonId, page.Url, StringComparison.Ordinal);
        await Expect(chart.Locator("footer .who")).ToContainTextAsync("berg");
        // Signed in, the next launch asks nobody anything.
        await page.GotoAsync(
            provider
                .Viewer.LaunchAddress(await provider.Sandbox.PatientAsync("no-known-allergies"))
                .ToString()
        );
        await Expect(chart.Banner).ToBeVisibleAsync();
        Assert.Contains("/chart/", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_user_without_a_role_gets_in_nowhere()
    {
        var page = await provider.PageAsync();
        await page.GotoAsync(new Uri(provider.App, "/sign-in/provider").ToString());
        await OidcProvider.SignInAsync(page, "visitor");

        await Expect(page.Locator("[data-message=NoRole]")).ToBeVisibleAsync();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(page, "/search"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("falk.administrator")]
    [InlineData("duty.emergency")]
    public async Task PAB_0008_Who_has_no_clinical_role_sees_no_banner_and_no_record(string user)
    {
        var patient = await provider.Sandbox.PatientAsync("analisa");
        var page = await provider.PageAsync();

        await page.GotoAsync(provider.Viewer.LaunchAddress(patient).ToString());
        await OidcProvider.SignInAsync(page, user);

        await Expect(page.Locator("[data-message=NoRole]")).ToBeVisibleAsync();
        await Expect(new ChartPage(page).Banner).ToHaveCountAsync(0);
        Assert.DoesNotContain(
            "ROBERSON",
            await page.WholeContentAsync(),
            StringComparison.OrdinalIgnoreCase
        );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task WCAG_3_3_8_Signing_in_asks_for_nothing_to_be_remembered_or_solved_here()
    {
        var page = await provider.PageAsync();
        await page.GotoAsync(provider.App.ToString());

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Sign in with" }))
            .ToBeVisibleAsync();
        await Expect(page.Locator("input:not([type=hidden]), textarea, select, img, canvas"))
            .ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Nobody_picks_a_made_up_user_where_a_provider_vouches_for_users()
    {
        var page = await provider.PageAsync();
        await page.GotoAsync(provider.App.ToString());

        await Expect(page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        var posted = await page.Context.APIRequest.PostAsync(
            new Uri(provider.App, "/sign-in").ToString(),
            new() { DataObject = new { user = "demo-lind" }, MaxRedirects = 0 }
        );
        Assert.False(posted.Ok);
        Assert.DoesNotContain("set-cookie", posted.Headers.Keys);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_launch_in_a_frame_says_that_it_needs_a_window()
    {
        var patient = await provider.Sandbox.PatientAsync("analisa");
        var page = await provider.PageAsync();
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            provider.Viewer.LaunchAddress(patient)
        );
        request.Headers.Add("Sec-Fetch-Dest", "iframe");
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(
            "data-message=\"SignInInFrame\"",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/sign-in/callback")]
    [InlineData("/sign-in/callback?code=guessed")]
    [InlineData("/sign-in/callback?code=guessed&state=guessed")]
    [InlineData("/sign-in/callback?error=access_denied&state=guessed")]
    public async Task Control_25_A_callback_that_no_sign_in_here_waits_for_is_refused(string path)
    {
        var page = await provider.PageAsync();
        var answer = await page.GotoAsync(new Uri(provider.App, path).ToString());

        Assert.Equal(403, answer!.Status);
        await Expect(page.Locator("[data-message=SignInNotTrusted]")).ToBeVisibleAsync();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(page, "/search"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Control_25_A_callback_of_another_browser_is_refused()
    {
        var page = await provider.PageAsync();
        var callback = "";
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("/sign-in/callback", StringComparison.Ordinal))
                callback = request.Url;
        };
        await page.GotoAsync(new Uri(provider.App, "/sign-in/provider").ToString());
        await OidcProvider.SignInAsync(page, "osei.coordinator");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }))
            .ToBeVisibleAsync();

        var other = await provider.PageAsync();
        await other.GotoAsync(callback);

        await Expect(other.Locator("[data-message=SignInNotTrusted]")).ToBeVisibleAsync();
        await other.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Signing_out_ends_it_here_and_at_the_provider()
    {
        var page = await provider.PageAsync();
        await page.GotoAsync(new Uri(provider.App, "/sign-in/provider").ToString());
        await OidcProvider.SignInAsync(page, "holm.coordinator");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true })
            .ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, sign me out" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Sign in with" }))
            .ToBeVisibleAsync();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(page, "/search"));
        await page.GotoAsync(new Uri(provider.App, "/sign-in/provider").ToString());
        await Expect(page.Locator("input[name=login]")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_sign_out_of_a_session_that_nobody_has_here_any_more_is_done_already()
    {
        using var client = new HttpClient { BaseAddress = provider.App };

        using var answer = await client.GetAsync(
            $"/sign-out/front-channel?iss={Uri.EscapeDataString(provider.Issuer)}&sid=nobodys"
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_sign_out_at_the_provider_takes_the_found_people_off_the_screen()
    {
        var page = await provider.PageAsync();
        await page.GotoAsync(new Uri(provider.App, "/sign-in/provider").ToString());
        await OidcProvider.SignInAsync(page, "moss.coordinator");
        await page.GotoAsync(new Uri(provider.App, "/search").ToString());
        var search = new SearchPage(page);
        await search.SearchAsync(("Name", "Roberson"), ("Birth date", "20-Aug-1934"));
        await Expect(search.People.First).ToBeVisibleAsync();

        var elsewhere = await page.Context.NewPageAsync();
        await elsewhere.GotoAsync($"{provider.Issuer}/session/end");
        await elsewhere
            .GetByRole(AriaRole.Button, new() { Name = "Yes, sign me out" })
            .ClickAsync();

        await Expect(search.People).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Sign in with" }))
            .ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_sign_out_at_the_provider_closes_the_charts_once_and_its_token_does_nothing_again()
    {
        var page = await provider.PageAsync();
        await page.GotoAsync(
            provider.Viewer.LaunchAddress(await provider.Sandbox.PatientAsync("analisa")).ToString()
        );
        await OidcProvider.SignInAsync(page, "reed.clinician");
        var chart = new ChartPage(page);
        await Expect(chart.Banner).ToBeVisibleAsync();

        var elsewhere = await page.Context.NewPageAsync();
        await elsewhere.GotoAsync($"{provider.Issuer}/session/end");
        await elsewhere
            .GetByRole(AriaRole.Button, new() { Name = "Yes, sign me out" })
            .ClickAsync();

        await Expect(page.Locator("[data-message]"))
            .ToHaveAttributeAsync("data-message", "SessionEnded");
        await page.Context.CloseAsync();
        using var client = new HttpClient();
        var sent = await client.GetStringAsync($"{provider.Issuer}/sent-logout");
        Assert.StartsWith("logout_token=", sent, StringComparison.Ordinal);
        using var replayed = await client.PostAsync(
            new Uri(provider.App, "/sign-out/back-channel"),
            new StringContent(
                sent,
                System.Net.Http.Headers.MediaTypeHeaderValue.Parse(
                    "application/x-www-form-urlencoded"
                )
            )
        );
        Assert.Equal(HttpStatusCode.BadRequest, replayed.StatusCode);
    }

    private async Task<HttpStatusCode> StatusAsync(IPage page, string path) =>
        (HttpStatusCode)
            (
                await page.Context.APIRequest.GetAsync(
                    new Uri(provider.App, path).ToString(),
                    new() { MaxRedirects = 0 }
                )
            ).Status;
}
