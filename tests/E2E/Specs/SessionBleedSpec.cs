using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>No page ever holds a byte of another page's patient.</summary>
[Collection(ViewerCollection.Name)]
public sealed class SessionBleedSpec(Viewer viewer)
{
    private const int Pages = 5;
    private const int Patients = 8;
    private const int Steps = 200;

    [Fact]
    public async Task Control_32_Open_A_open_B_reload_A()
    {
        var patients = await SentinelPatientsAsync();
        var (a, b) = (patients[0], patients[1]);
        var first = await viewer.PageAsync();
        var second = await first.Context.NewPageAsync();
        await OpenAsync(first, a);
        await OpenAsync(second, b);

        await first.ReloadAsync();
        await new ChartPage(first).WaitUntilLoadedAsync();

        await AssertOnlyAsync(first, a, patients);
        await AssertOnlyAsync(second, b, patients);
        await first.Context.CloseAsync();
    }

    [Fact]
    public async Task Control_33_Two_hundred_random_interleavings_leak_nothing()
    {
        var patients = await SentinelPatientsAsync();
        var random = new Random(20261123);
        var first = await viewer.PageAsync();
        var pages = new List<IPage> { first };
        while (pages.Count < Pages)
            pages.Add(await first.Context.NewPageAsync());
        var histories = new List<List<Visit>>();
        for (var i = 0; i < Pages; i++)
        {
            await OpenAsync(pages[i], patients[i]);
            histories.Add([new Visit(pages[i].Url, patients[i])]);
        }

        for (var step = 0; step < Steps; step++)
        {
            var i = random.Next(Pages);
            var (page, history) = (pages[i], histories[i]);
            switch (random.Next(4))
            {
                case 0:
                    var next = patients[random.Next(Patients)];
                    await OpenAsync(page, next);
                    history.Add(new Visit(page.Url, next));
                    break;
                case 1:
                    await page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
                    break;
                case 2:
                    var slug = ChartPage.Sections[random.Next(ChartPage.Sections.Count)].Slug;
                    if (page.Url.EndsWith(slug, StringComparison.Ordinal))
                        break;
                    await new ChartPage(page).GoToAsync(slug);
                    history.Add(history[^1] with { Url = page.Url });
                    break;
                case 3 when history.Count > 1:
                    await TravelAsync(page, "history.back()", history[^2]);
                    await AssertOnlyAsync(page, history[^2].Patient, patients);
                    await TravelAsync(page, "history.forward()", history[^1]);
                    break;
            }
            await ShowsAsync(page, history[^1].Patient);
            for (var other = 0; other < Pages; other++)
                await AssertOnlyAsync(pages[other], histories[other][^1].Patient, patients);
        }
        await first.Context.CloseAsync();
    }

    private async Task<IReadOnlyList<SandboxPatient>> SentinelPatientsAsync() =>
        [
            .. (await viewer.Sandbox.PatientsAsync())
                .Where(patient => patient.Sentinel is not null)
                .Take(Patients),
        ];

    private async Task OpenAsync(IPage page, SandboxPatient patient)
    {
        await page.GotoAsync(
            viewer.LaunchAddress(patient).ToString(),
            new() { WaitUntil = WaitUntilState.Commit }
        );
        await ShowsAsync(page, patient);
    }

    private static async Task TravelAsync(IPage page, string how, Visit where)
    {
        // Left to the next turn: the page that answers is gone once the journey has begun.
        await page.EvaluateAsync($"() => void setTimeout(() => {how})");
        await Expect(page).ToHaveURLAsync(where.Url);
        await ShowsAsync(page, where.Patient);
    }

    private static Task ShowsAsync(IPage page, SandboxPatient patient) =>
        Expect(new ChartPage(page).Locator("[data-banner=source-person]"))
            .ToContainTextAsync(patient.PersonId);

    private static async Task AssertOnlyAsync(
        IPage page,
        SandboxPatient own,
        IReadOnlyList<SandboxPatient> patients
    )
    {
        var content = await page.WholeContentAsync();
        foreach (var foreign in patients.Where(patient => patient.PatientId != own.PatientId))
        {
            Assert.DoesNotContain(foreign.Sentinel!, content, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(foreign.PersonId, content, StringComparison.Ordinal);
        }
    }

    private sealed record Visit(string Url, SandboxPatient Patient);
}
