using System.Text.Json;

namespace HeiChartViewer.Sandbox.Exchange.Fhir;

/// <summary>A FHIR R4 resource, as it was found.</summary>
internal sealed class FhirResource
{
    /// <param name="json">The resource.</param>
    /// <param name="substitute">What it goes by where it has no id, as in a bundle that is still to be stored.</param>
    public FhirResource(JsonElement json, string substitute)
    {
        Type = Member(json, "resourceType") ?? "";
        Id = Member(json, "id") is { Length: > 0 } id ? id : substitute;
        Content = new FhirElement(json, Type);
        Content.Note("resourceType", "id");
    }

    public string Type { get; }

    public string Id { get; }

    public FhirElement Content { get; }

    /// <summary>How other resources name this one.</summary>
    public string Reference => $"{Type}/{Id}";

    private static string? Member(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
