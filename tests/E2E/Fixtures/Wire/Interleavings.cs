using System.Collections.Concurrent;

namespace HeiChartViewer.Tests.E2E.Fixtures.Wire;

/// <summary>
/// Twenty pages of one browser and eight patients: launched, gone back, loaded anew, closed, cut off and come back, gone about
/// in and pressed. A seed decides which page makes which step; several move at once, so that their circuits are at work
/// side by side.
/// </summary>
public sealed class Interleavings(ViewerProcess viewer, int seed)
{
    /// <summary>The seed of the test and of the benchmark.</summary>
    public const int Seed = 20261123;

    private const int Pages = 20;
    private const int Patients = 8;
    private const int AtOnce = 8;

    private static readonly string[] Views =
    [
        "allergies",
        "conditions",
        "medications",
        "results",
        "encounters",
        "immunizations",
        "procedures",
        "documents",
        "timeline",
        "demographics",
    ];

    private readonly ConcurrentDictionary<string, int> _done = new();

    /// <summary>What the viewer has to be started with, for as many launches and circuits.</summary>
    public static string[] Arguments { get; } =
    ["--Viewer:LaunchesPerSecond", "10000", "--Viewer:Session:CircuitsPerUser", "1000"];

    /// <summary>Runs so many steps.</summary>
    public async Task<Interleaved> RunAsync(int steps)
    {
        using var sandbox = new SandboxControl(new Uri(viewer.Ehr, "/"));
        var patients = (await sandbox.PatientsAsync())
            .Where(patient => patient.Sentinel is not null)
            .Take(Patients)
            .ToList();
        using var http = new HttpClient(
            new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }
        );
        var cookies = new CookieJar();
        WirePage NewPage() => new(viewer, http, cookies, patients);
        var pages = Enumerable.Range(0, Pages).Select(_ => NewPage()).ToList();

        await InterleaveAsync(pages, patients, steps);
        foreach (var page in pages)
            await page.CloseAsync();

        // What reads is put to the test as well: a chart that it takes for another patient's.
        var mistaken = NewPage();
        await mistaken.LaunchAsync(patients[0], takenFor: patients[1]);
        await mistaken.Readers[0].FirstForeign.WaitAsync(TimeSpan.FromSeconds(60));
        await mistaken.CloseAsync();
        var readers = pages.SelectMany(page => page.Readers).ToList();
        return new Interleaved(
            steps,
            readers.Sum(reader => reader.Frames),
            readers.Sum(reader => reader.Bytes),
            readers.Sum(reader => reader.ForeignBytes),
            readers.Count(reader => reader.FirstOwn.IsCompleted),
            _done,
            [.. pages.SelectMany(page => page.Faults)]
        );
    }

    private async Task InterleaveAsync(
        List<WirePage> pages,
        IReadOnlyList<SandboxPatient> patients,
        int steps
    )
    {
        var order = new Random(seed);
        var moves = pages.Select(_ => Task.CompletedTask).ToArray();
        for (var step = 0; step < steps; step++)
        {
            var (i, own) = (order.Next(Pages), new Random(order.Next()));
            moves[i] = MoveAfterAsync(moves[i], pages[i], patients, own);
            while (moves.Where(move => !move.IsCompleted).ToList() is { Count: >= AtOnce } waiting)
                await await Task.WhenAny(waiting);
        }
        await Task.WhenAll(moves);
    }

    private async Task MoveAfterAsync(
        Task before,
        WirePage page,
        IReadOnlyList<SandboxPatient> patients,
        Random random
    )
    {
        await before;
        Count(await MoveAsync(page, patients, random));
    }

    private static async Task<string> MoveAsync(
        WirePage page,
        IReadOnlyList<SandboxPatient> patients,
        Random random
    )
    {
        var what = random.Next(100);
        if (!page.IsOpen)
            what = 0;
        switch (what)
        {
            case < 4:
                await page.LaunchAsync(patients[random.Next(patients.Count)]);
                return await page.ShowsOwnAsync() ? "launched" : "not launched";
            case < 6:
                await page.BackAsync();
                return await page.ShowsOwnAsync() ? "gone back" : "not let back";
            case < 9:
                await page.ReloadAsync();
                return await page.ShowsOwnAsync() ? "loaded anew" : "not let in again";
            case < 11:
                // And left by the next step while its answers still arrive.
                await page.ReloadAsync();
                return "loaded anew, not waited for";
            case < 12:
                await page.CloseAsync();
                return "closed";
            case < 20:
                return await page.ReconnectAsync() ? "reconnected" : "not reconnected";
            case < 60:
                await page.GoToAsync(Views[random.Next(Views.Length)]);
                return "gone to a view";
            default:
                return await page.PressAsync(random) ? "pressed" : "nothing to press";
        }
    }

    private void Count(string what) => _done.AddOrUpdate(what, 1, (_, count) => count + 1);
}
