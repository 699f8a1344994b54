using System.Text.Json;

namespace HeiChartViewer.Sandbox.Exchange.Fhir;

/// <summary>
/// The resources of a folder: bundles and single resources in <c>.json</c>, one resource a line in <c>.ndjson</c>.
/// </summary>
internal sealed class FhirArchive
{
    private readonly Dictionary<string, FhirResource> _byName = new(StringComparer.Ordinal);
    private readonly List<FhirResource> _all = [];

    private FhirArchive() { }

    /// <summary>In the order of the files' names and of their lines.</summary>
    public IReadOnlyList<FhirResource> All => _all;

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
        var resource = new FhirResource(root);
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
                Keep(
                    new FhirResource(inner),
                    entry.TryGetProperty("fullUrl", out var url) ? url.GetString() : null
                );
    }

    private void Keep(FhirResource resource, string? fullUrl)
    {
        _all.Add(resource);
        _byName.TryAdd(resource.Reference, resource);
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
