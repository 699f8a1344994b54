using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HeiChartViewer.Tests.E2E.Fixtures;

/// <summary>The sandbox from its own side: what it knows, what it was asked, and how to make it fail.</summary>
public sealed class SandboxControl : IDisposable
{
    private const string Population = "1424e81d-8cea-4d6b-b140-d6630b684a58";
    private const string HccPipeline = "6c2d0d5e-6f6a-4d0b-8f0c-6a3f1f1e2b70";

    private readonly HttpClient _http;

    /// <summary>Talks to the sandbox at an address.</summary>
    public SandboxControl(Uri address)
    {
        _http = new HttpClient { BaseAddress = address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            "sandbox-bearer-token"
        );
        _http.DefaultRequestHeaders.Accept.Add(
            new MediaTypeWithQualityHeaderValue("application/json")
        );
    }

    /// <summary>The patients of the worklist, the named cases first.</summary>
    public async Task<IReadOnlyList<SandboxPatient>> PatientsAsync() =>
        (
            await _http.GetFromJsonAsync<List<SandboxPatient>>(
                "/sandbox/catalogue",
                JsonSerializerOptions.Web
            )
        )!;

    /// <summary>The patient of a named case.</summary>
    public async Task<SandboxPatient> PatientAsync(string name) =>
        (await PatientsAsync()).Single(patient => patient.Name == name);

    /// <summary>Makes a call fail until the fault is disposed of.</summary>
    public async Task<IAsyncDisposable> FailAsync(object fault)
    {
        using var answer = await _http.PostAsJsonAsync(
            "/sandbox/faults",
            new { faults = new[] { fault } }
        );
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadFromJsonAsync<JsonNode>();
        return new Fault(_http, [.. body!["ids"]!.AsArray().Select(id => id!.ToString())]);
    }

    /// <summary>Every record of a list, page after page, as the tenant sends it.</summary>
    public async Task<IReadOnlyList<JsonNode>> RecordsAsync(
        string api,
        string path,
        string patientId
    )
    {
        var records = new List<JsonNode>();
        var next = $"/{api}/v1/populations/{Population}/patients/{patientId}/{path}?limit=100";
        while (next is { Length: > 0 })
        {
            var page = (await _http.GetFromJsonAsync<JsonNode>(next))!;
            records.AddRange(page["items"]!.AsArray().Select(item => item!));
            next = page["nextLink"]?.GetValue<string>();
        }
        return records;
    }

    /// <summary>What the registries say of a patient, as the tenant sends it.</summary>
    public async Task<JsonNode> RegistriesAsync(string patientId) =>
        (
            await _http.GetFromJsonAsync<JsonNode>(
                $"/legacy/registries/api/populations/{Population}/people/{patientId}/registries"
            )
        )!;

    /// <summary>The condition categories of a patient, as the tenant sends them.</summary>
    public async Task<IReadOnlyList<JsonNode>> ConditionCategoriesAsync(string patientId)
    {
        var page = (
            await _http.GetFromJsonAsync<JsonNode>(
                $"/hcc/v1/pipelines/{HccPipeline}/patients/{patientId}/persistent-hccs"
            )
        )!;
        return [.. page["items"]!.AsArray().Select(item => item!)];
    }

    /// <summary>The data partitions, by id and name.</summary>
    public async Task<IReadOnlyList<JsonNode>> DataPartitionsAsync()
    {
        var page = (await _http.GetFromJsonAsync<JsonNode>("/data-source/v1/data-partitions"))!;
        return [.. page["items"]!.AsArray().Select(item => item!)];
    }

    /// <summary>Looks a patient up as the viewer does.</summary>
    public async Task LookupAsync(SandboxPatient patient)
    {
        using var answer = await _http.GetAsync(
            $"/patient/v1/populations/{Population}/patient-id-lookup?dataPartitionId={patient.DataPartitionId}&sourcePersonId={patient.PersonId}"
        );
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>What the tenant was asked so far.</summary>
    public async Task<JsonArray> RequestsAsync() =>
        (await _http.GetFromJsonAsync<JsonArray>("/sandbox/requests"))!;

    /// <summary>Retires a patient's id: the record goes on under another.</summary>
    public async Task RetireAsync(string patientId)
    {
        using var answer = await _http.PostAsJsonAsync("/sandbox/events/retire", new { patientId });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Puts everything back to the start.</summary>
    public async Task ResetAsync()
    {
        using var answer = await _http.PostAsync("/sandbox/reset", null);
        answer.EnsureSuccessStatusCode();
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private sealed class Fault(HttpClient http, IReadOnlyList<string> ids) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var id in ids)
                using (await http.DeleteAsync($"/sandbox/faults/{id}")) { }
        }
    }
}

/// <summary>A patient of the sandbox's catalogue.</summary>
/// <param name="Name">The case's key.</param>
/// <param name="PatientId">The HealtheIntent patient id.</param>
/// <param name="DataPartitionId">The partition of the local id.</param>
/// <param name="PersonId">The local id.</param>
/// <param name="DisplayName">The name as the EHR writes it.</param>
/// <param name="Sentinel">A word that stands in every section of this patient's record and in no other's.</param>
public sealed record SandboxPatient(
    string Name,
    string? PatientId,
    string DataPartitionId,
    string PersonId,
    string DisplayName,
    string? Sentinel
);
