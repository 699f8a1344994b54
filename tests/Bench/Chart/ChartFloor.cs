using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using HeiChartViewer.Sandbox;
using HeiChartViewer.Tests.E2E.Fixtures;

namespace HeiChartViewer.Bench.Chart;

/// <summary>
/// What nobody can be faster than: the calls of a launch by a bare client that parses nothing but the link to the next
/// page. Lists are read side by side; the pages of one come after another, for each is named by the one before.
/// </summary>
internal sealed class ChartFloor : IDisposable
{
    private static readonly string[] Lists =
    [
        "patient/v1/{0}/demographics",
        "allergy/v1/{0}/allergies",
        "condition/v1/{0}/conditions",
        "medication/v1/{0}/medications",
        "longitudinal-record/v1/{0}/medication-dispenses",
        "observation/v1/{0}/observations",
        "encounter/v1/{0}/encounters",
        "immunization/v1/{0}/immunizations",
        "procedure/v1/{0}/procedures",
        "longitudinal-record/v1/{0}/document-references",
    ];

    private readonly HttpClient _http;

    public ChartFloor(Uri tenant)
    {
        _http = new HttpClient { BaseAddress = tenant };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            SandboxOptions.BearerToken
        );
    }

    /// <summary>Milliseconds of the lookup, of the lookup and one list's page, and of the lookup and every page.</summary>
    public async Task<(double Lookup, double Round, double All)> MeasureAsync(
        SandboxPatient patient
    )
    {
        var clock = Stopwatch.StartNew();
        using (
            var lookup = await _http.GetAsync(
                $"patient/v1/populations/{SandboxOptions.PopulationId}/patient-id-lookup?dataPartitionId={patient.DataPartitionId}&sourcePersonId={patient.PersonId}"
            )
        )
            lookup.EnsureSuccessStatusCode();
        var toLookup = clock.Elapsed.TotalMilliseconds;
        var lists = Lists
            .Select(list =>
                DrainAsync(
                    string.Format(
                        null,
                        list,
                        $"populations/{SandboxOptions.PopulationId}/patients/{patient.PatientId}"
                    )
                )
            )
            .ToList();
        await lists[0];
        var toRound = clock.Elapsed.TotalMilliseconds;
        await Task.WhenAll(lists);
        return (toLookup, toRound, clock.Elapsed.TotalMilliseconds);
    }

    /// <summary>Has the tenant make a patient's records, which it does when they are first asked for.</summary>
    public async Task WakeAsync(SandboxPatient patient) =>
        await _http.GetByteArrayAsync(
            $"observation/v1/populations/{SandboxOptions.PopulationId}/patients/{patient.PatientId}/observations?limit=1"
        );

    public void Dispose() => _http.Dispose();

    private async Task DrainAsync(string list)
    {
        var next = $"{list}?limit=100";
        while (next is not null)
            next = NextLink(await _http.GetByteArrayAsync(next));
    }

    private static string? NextLink(byte[] page)
    {
        var mark = "\"nextLink\":"u8;
        var at = page.AsSpan().LastIndexOf(mark);
        if (at < 0)
            return null;
        var reader = new Utf8JsonReader(page.AsSpan(at + mark.Length), false, default);
        reader.Read();
        return reader.GetString();
    }
}
