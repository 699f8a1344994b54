using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>Words are found in the open chart, and lead to the record that holds them.</summary>
[Collection(ViewerCollection.Name)]
public sealed class ChartSearchSpec(Viewer viewer)
{
    [Theory]
    [InlineData("Control+k")]
    [InlineData("/")]
    public async Task A_record_is_found_by_keyboard_alone_and_marked_in_its_section(string shortcut)
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        var page = await viewer.PageAsync();
        var chart = await ChartPage.LaunchAsync(page, viewer, patient);
        await chart.WaitUntilLoadedAsync();

        await chart.SearchByKeyAsync(page, shortcut);
        await page.Keyboard.TypeAsync("shellfish");
        await page.Keyboard.PressAsync("Enter");
        var found = chart.Locator(".found");
        await Expect(found.GetByRole(AriaRole.Status)).ToContainTextAsync("found in");
        await Expect(found.Locator("mark").First).ToHaveTextAsync("Shellfish");
        await found.GetByRole(AriaRole.Button, new() { Name = "Shellfish" }).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(found).ToHaveCountAsync(0);
        await Expect(chart.Rail("allergies")).ToHaveAttributeAsync("aria-current", "page");
        await Expect(chart.Section("allergies").Locator("tr.marked"))
            .ToContainTextAsync("Shellfish");
        await Expect(chart.Section("allergies").Locator("tr.marked")).ToBeFocusedAsync();
        Assert.DoesNotContain("shellfish", page.Url, StringComparison.OrdinalIgnoreCase);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Rule_2_Nothing_found_holds_for_what_was_received_and_what_was_not_is_named()
    {
        var patient = await viewer.Sandbox.PatientAsync("analisa");
        await using var fault = await viewer.Sandbox.FailAsync(
            new
            {
                api = "condition",
                patientId = patient.PatientId,
                kind = "status",
                status = 403,
            }
        );
        var page = await viewer.PageAsync();
        var chart = await ChartPage.LaunchAsync(page, viewer, patient);
        await chart.WaitUntilLoadedAsync();

        await chart.Locator("#find-in-chart").FillAsync("<b>quetzalcoatlus</b>");
        await page.Keyboard.PressAsync("Enter");

        var found = chart.Locator(".found");
        await Expect(found.GetByRole(AriaRole.Status)).ToContainTextAsync("None found in");
        await Expect(
                found.Locator("p.missing").Filter(new() { HasText = "Conditions: not authorized" })
            )
            .ToHaveCountAsync(1);
        await Expect(found.GetByRole(AriaRole.Heading, new() { Level = 2 }))
            .ToHaveTextAsync("“<b>quetzalcoatlus</b>” in this chart");
        await page.Context.CloseAsync();
    }
}
