using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox.Population;

/// <summary>Every record of every patient, read once over HTTP.</summary>
public sealed class PopulationSnapshot : IAsyncLifetime
{
    private readonly SandboxHost _host = new();

    public IReadOnlyList<PatientSnapshot> Patients { get; private set; } = [];

    /// <summary>What a document says, in its first rendition.</summary>
    public Task<string> WordsAsync(PatientSnapshot patient, JsonElement document) =>
        _host.Client.GetStringAsync(
            $"{SandboxHost.ListPath(patient.Id, "longitudinal-record", "binaries")}/{document.GetProperty("contents")[0].GetProperty("binary").Text("id")}"
        );

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        var patients = new List<PatientSnapshot>();
        foreach (var entry in (await _host.GetAsync("/sandbox/catalogue")).EnumerateArray())
        foreach (var id in entry.GetProperty("patientIds").EnumerateArray())
        {
            // Their many results are looked at where these cases are tested.
            if (entry.Text("name") is "ten-thousand" or "hundred-thousand")
                continue;
            var records = new Dictionary<string, List<JsonElement>>();
            foreach (var (api, plural) in SandboxHost.Lists)
                records[plural] = await _host.AllAsync(id.GetString()!, api, plural);
            patients.Add(
                new PatientSnapshot(
                    id.GetString()!,
                    entry.Text("name")!,
                    entry.Text("title")!,
                    records
                )
            );
        }
        Patients = patients;
    }

    public Task DisposeAsync() => _host.DisposeAsync();
}
