using System.Collections.Concurrent;
using System.Text;
using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <summary>No page ever holds a byte of another page's patient.</summary>
[Collection(ViewerCollection.Name)]
public sealed class SessionBleedSpec(Viewer viewer)
{
    private const int Pages = 20;
    private const int Patients = 8;
    private const int Steps = 150;

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

    /// <summary>
    /// Twenty pages of one browser and eight patients. After each step the page that moved and one other are read as a script
    /// and as assistive technology read them, at the end all are; and whatever came over a socket belongs to its page's patient.
    /// </summary>
    [Fact]
    public async Task Control_33_Random_interleavings_leak_nothing_into_page_tree_or_socket()
    {
        var patients = await SentinelPatientsAsync();
        var random = new Random(20261123);
        var first = await viewer.PageAsync();
        var pages = new List<IPage> { first };
        while (pages.Count < Pages)
            pages.Add(await first.Context.NewPageAsync());
        var lines = pages.Select(page => new Line(page, patients)).ToList();
        var histories = new List<List<Visit>>();
        for (var i = 0; i < Pages; i++)
        {
            var patient = patients[i % Patients];
            lines[i].Own = patient;
            await OpenAsync(pages[i], patient);
            histories.Add([new Visit(pages[i].Url, patient)]);
        }

        for (var step = 0; step < Steps; step++)
        {
            var i = random.Next(Pages);
            var (page, line, history) = (pages[i], lines[i], histories[i]);
            switch (random.Next(4))
            {
                case 0:
                    var next = patients[random.Next(Patients)];
                    line.Own = next;
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
                    line.Own = history[^2].Patient;
                    await TravelAsync(page, "history.back()", history[^2]);
                    await AssertOnlyAsync(page, history[^2].Patient, patients);
                    line.Own = history[^1].Patient;
                    await TravelAsync(page, "history.forward()", history[^1]);
                    break;
            }
            await ShowsAsync(page, history[^1].Patient);
            foreach (var read in new[] { i, random.Next(Pages) })
                await AssertOnlyAsync(pages[read], histories[read][^1].Patient, patients);
        }
        for (var i = 0; i < Pages; i++)
        {
            await AssertOnlyAsync(pages[i], histories[i][^1].Patient, patients);
            Assert.Empty(lines[i].Foreign);
            Assert.True(lines[i].Frames > 0);
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
        var content =
            await page.WholeContentAsync() + await page.Locator("body").AriaSnapshotAsync();
        foreach (var foreign in patients.Where(patient => patient.PatientId != own.PatientId))
        {
            Assert.DoesNotContain(foreign.Sentinel!, content, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(foreign.PersonId, content, StringComparison.Ordinal);
        }
    }

    private sealed record Visit(string Url, SandboxPatient Patient);

    /// <summary>What comes over the sockets of one page.</summary>
    private sealed class Line
    {
        private int _frames;

        public Line(IPage page, IReadOnlyList<SandboxPatient> patients) =>
            page.WebSocket += (_, socket) =>
            {
                // A socket is one circuit's, and a circuit one patient's.
                var foreign = patients
                    .Where(patient => patient.PatientId != Own!.PatientId)
                    .ToList();
                socket.FrameReceived += (_, frame) => Read(frame, foreign);
            };

        /// <summary>Whose chart the page is on, or on its way to.</summary>
        public SandboxPatient? Own { get; set; }

        public int Frames => _frames;

        /// <summary>The patients of whom something came that is not the page's.</summary>
        public ConcurrentQueue<string> Foreign { get; } = new();

        private void Read(IWebSocketFrame frame, IReadOnlyList<SandboxPatient> foreign)
        {
            Interlocked.Increment(ref _frames);
            var text = frame.Binary is { } bytes
                ? Encoding.UTF8.GetString(bytes)
                : frame.Text ?? "";
            foreach (var patient in foreign)
                if (
                    text.Contains(patient.Sentinel!, StringComparison.OrdinalIgnoreCase)
                    || text.Contains(patient.PatientId!, StringComparison.OrdinalIgnoreCase)
                )
                    Foreign.Enqueue(patient.Sentinel!);
        }
    }
}
