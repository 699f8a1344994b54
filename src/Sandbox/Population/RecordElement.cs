using System.Text.Json;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>Reads written records, which may come from a file: what is not there, or is of another kind, is null or none.</summary>
internal static class RecordElement
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member)
            ? member
            : null;

    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray()
            : [];

    /// <summary>The codes of a coded value: the normalised ones, then those the source sent.</summary>
    public static IEnumerable<JsonElement> Codings(this JsonElement concept) =>
        concept.Items("codings").Concat(concept.Items("sourceCodings"));

    /// <summary>A coded value in words: its text, else the first display of a code.</summary>
    public static string? Words(this JsonElement concept) =>
        concept.Text("text")
        ?? concept
            .Codings()
            .Select(coding => coding.Text("display"))
            .FirstOrDefault(display => display is not null);
}
