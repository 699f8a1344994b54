using System.Globalization;
using System.Text.Json;

namespace HeiChartViewer.Sandbox.Exchange.Fhir;

/// <summary>
/// The resources of a folder: bundles and single resources in <c>.json</c>, one resource a line in <c>.ndjson</c>.
/// </summary>
internal sealed class FhirArchive
{
    private readonly Dictionary<string, FhirResource> _byName = new(StringComparer.Ordinal);
    private readonly List<FhirResource> _all = [];
    private readonly List<FhirResource> _doubles = [];
    private readonly HashSet<string> _disputed = new(StringComparer.Ordinal);
    private int _unnamed;

    private FhirArchive() { }

    /// <summary>In the order of the files' names and of their lines; of those that have one type and id, the first.</summary>
    public IReadOnlyList<FhirResource> All => _all;

    /// <summary>Those whose type and id an earlier one has.</summary>
    public IReadOnlyList<FhirResource> Doubles => _doubles;

    /// <summary>Whether two have the patient's id and are not one person: nobody can say whose a record is.</summary>
    public bool IsDisputed(FhirResource patient) => _disputed.Contains(patient.Reference);

    /// <exception cref="SandboxOptionsException">The folder or a file in it cannot be read as FHIR.</exception>
    public static FhirArchive Open(string folder)
    {
        if (!Directory.Exists(folder))
            throw new SandboxOptionsException([$"There is no folder {folder}."]);
        var archive = new FhirArchive();
        var errors = new List<string>();
        foreach (
            var file in Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
            try
            {
                archive.Add(file);
            }
            catch (Exception exception)
                when (exception is IOException or UnauthorizedAccessException or JsonException)
            {
                errors.Add($"{file}: {exception.Message}");
            }
        if (archive._all.Count == 0 && errors.Count == 0)
            errors.Add($"{folder} holds no FHIR resource in .json or .ndjson files.");
        return errors.Count == 0 ? archive : throw new SandboxOptionsException(errors);
    }

    /// <summary>What a reference stands for; null when it is not in the folder.</summary>
    public FhirResource? Find(string? reference) =>
        reference is null ? null : _byName.GetValueOrDefault(reference);

    private void Add(string file)
    {
        switch (Path.GetExtension(file).ToLowerInvariant())
        {
            case ".json":
                using (var stream = File.OpenRead(file))
                using (var document = JsonDocument.Parse(stream))
                    Add(document.RootElement.Clone());
                break;
            case ".ndjson":
                foreach (var line in File.ReadLines(file))
                    if (!string.IsNullOrWhiteSpace(line))
                        Add(JsonElement.Parse(line));
                break;
        }
    }

    private void Add(JsonElement root)
    {
        var resource = Read(root, null);
        if (resource.Type.Length == 0)
            throw new JsonException("This is JSON, but not a FHIR resource.");
        if (resource.Type != "Bundle")
        {
            Keep(resource, null);
            return;
        }
        if (!root.TryGetProperty("entry", out var entries))
            return;
        foreach (var entry in entries.EnumerateArray())
            if (entry.TryGetProperty("resource", out var inner))
            {
                var fullUrl = entry.TryGetProperty("fullUrl", out var url) ? url.GetString() : null;
                Keep(Read(inner, fullUrl), fullUrl);
            }
    }

    private FhirResource Read(JsonElement json, string? fullUrl) =>
        new(
            json,
            fullUrl?.Split(':', '/')[^1]
                ?? $"unnamed-{(++_unnamed).ToString(CultureInfo.InvariantCulture)}"
        );

    private void Keep(FhirResource resource, string? fullUrl)
    {
        if (!_byName.TryAdd(resource.Reference, resource))
        {
            _doubles.Add(resource);
            var first = _byName[resource.Reference];
            if (resource.Type == "Patient" && !FhirIdentity.IsSame(first, resource))
                _disputed.Add(resource.Reference);
            else if (fullUrl is not null)
                _byName.TryAdd(fullUrl, first);
            return;
        }
        _all.Add(resource);
        if (fullUrl is not null)
            _byName.TryAdd(fullUrl, resource);
        // A transaction may name what is stored elsewhere by an identifier of its own.
        foreach (var identifier in resource.Content.Each("identifier"))
            if (identifier.Text("value") is { } value)
                _byName.TryAdd(
                    $"{resource.Type}?identifier={identifier.Text("system")}|{value}",
                    resource
                );
    }
}
