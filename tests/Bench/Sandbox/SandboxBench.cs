using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HeiChartViewer.Sandbox;

namespace HeiChartViewer.Bench.Sandbox;

/// <summary>
/// The sandbox as a process of its own: how long until it answers, what memory it holds, how fast a page comes and what
/// it allocates, with few patients and with as many as it takes.
/// </summary>
internal static class SandboxBench
{
    private const int WarmUp = 200;
    private const int Searches = 100;

    public static async Task RunAsync(int pages)
    {
        Console.WriteLine($"sandbox: {pages} pages of 100 observations a population");
        foreach (var patients in (int[])[1_000, 100_000])
            await RunAsync(patients, pages);
        await SearchAsync();
    }

    /// <summary>The first search of a chart reads all of it; the code is warm from other charts.</summary>
    private static async Task SearchAsync()
    {
        await using var sandbox = await SandboxProcess.StartAsync(1_000);
        using var http = new HttpClient { BaseAddress = sandbox.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            SandboxOptions.BearerToken
        );
        using var catalogue = JsonDocument.Parse(await http.GetStringAsync("sandbox/catalogue"));
        var patients = catalogue
            .RootElement.EnumerateArray()
            .Where(entry => entry.GetProperty("patientId").ValueKind == JsonValueKind.String)
            .ToLookup(
                entry => entry.GetProperty("name").GetString() == "ten-thousand",
                entry => entry.GetProperty("patientId").GetString()!
            );
        foreach (var patient in patients[false].TakeLast(Searches))
            await SearchAsync(http, patient);
        var large = patients[true].Single();
        // A chart is made when it is first read, which is not the search's.
        await http.GetByteArrayAsync(await PageAsync(http));
        var first = await SearchAsync(http, large);
        var times = new double[Searches];
        for (var number = 0; number < Searches; number++)
            times[number] = await SearchAsync(http, large);
        Array.Sort(times);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  search of a chart with 10,000 results   first {first:0.0} ms   then p50 {At(times, 0.5):0.0} ms, p99 {At(times, 0.99):0.0} ms"
            )
        );
    }

    private static async Task<double> SearchAsync(HttpClient http, string patient)
    {
        var started = Stopwatch.GetTimestamp();
        await http.GetByteArrayAsync(
            $"chart-search/v1/populations/{SandboxOptions.PopulationId}/patients/{patient}/search-results?query=blood%20pressure"
        );
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task RunAsync(int patients, int pages)
    {
        var clock = Stopwatch.StartNew();
        await using var sandbox = await SandboxProcess.StartAsync(patients);
        using var http = new HttpClient { BaseAddress = sandbox.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            SandboxOptions.BearerToken
        );
        // Ready is when it has answered.
        using (var first = await http.GetAsync("tenant/v1/tenant"))
            first.EnsureSuccessStatusCode();
        var ready = clock.Elapsed;
        var resting = sandbox.ResidentMebibytes();

        var page = await PageAsync(http);
        for (var number = 0; number < WarmUp; number++)
            await http.GetByteArrayAsync(page);
        var allocated = await sandbox.AllocatedBytesAsync();
        var times = new double[pages];
        for (var number = 0; number < pages; number++)
        {
            var started = Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync(page);
            times[number] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        allocated = await sandbox.AllocatedBytesAsync() - allocated;
        Array.Sort(times);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {patients, 7:N0} patients   ready {ready.TotalSeconds:0.00} s   resident {resting:0} MiB at rest, {sandbox.ResidentMebibytes():0} MiB after   page p50 {At(times, 0.5):0.00} ms, p99 {At(times, 0.99):0.00} ms   {allocated / 1024.0 / pages:0.0} KiB allocated a page"
            )
        );
        await FindAsync(patients, http, sandbox);
    }

    /// <summary>The first search reads what everybody is known by; a chart that nobody has read is written for its first page.</summary>
    private static async Task FindAsync(int patients, HttpClient http, SandboxProcess sandbox)
    {
        var (first, _) = await FindAsync(http, "John Whitaker");
        var found = new double[Searches];
        for (var number = 0; number < Searches; number++)
            (found[number], _) = await FindAsync(http, "John Whitaker");
        Array.Sort(found);
        var (_, ids) = await FindAsync(http, "a");
        var written = new double[ids.Count];
        for (var number = 0; number < ids.Count; number++)
        {
            var started = Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync(
                $"observation/v1/populations/{SandboxOptions.PopulationId}/patients/{ids[number]}/observations?limit=100"
            );
            written[number] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
        Array.Sort(written);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {patients, 7:N0} patients   patient search first {first:0.0} ms, then p50 {At(found, 0.5):0.00} ms, p99 {At(found, 0.99):0.00} ms   first page of an unwritten chart p50 {At(written, 0.5):0.0} ms, p99 {At(written, 0.99):0.0} ms   resident {sandbox.ResidentMebibytes():0} MiB after"
            )
        );
    }

    private static async Task<(double Milliseconds, List<string> Ids)> FindAsync(
        HttpClient http,
        string name
    )
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.PostAsJsonAsync(
            $"patient/v1/populations/{SandboxOptions.PopulationId}/patient-search?limit=100",
            new { name }
        );
        answer.EnsureSuccessStatusCode();
        using var page = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return (
            took,
            [
                .. page
                    .RootElement.GetProperty("items")
                    .EnumerateArray()
                    .Select(item => item.GetProperty("id").GetProperty("id").GetString()!),
            ]
        );
    }

    private static async Task<string> PageAsync(HttpClient http)
    {
        using var catalogue = JsonDocument.Parse(await http.GetStringAsync("sandbox/catalogue"));
        var patient = catalogue
            .RootElement.EnumerateArray()
            .Single(entry => entry.GetProperty("name").GetString() == "ten-thousand")
            .GetProperty("patientId")
            .GetString();
        return $"observation/v1/populations/{SandboxOptions.PopulationId}/patients/{patient}/observations?limit=100";
    }

    private static double At(double[] sorted, double share) =>
        sorted[(int)((sorted.Length - 1) * share)];
}
