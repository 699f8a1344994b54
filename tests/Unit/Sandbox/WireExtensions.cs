using System.Text.Json;

namespace HeiChartViewer.Tests.Unit.Sandbox;

/// <summary>Reads answers by the names on the wire.</summary>
internal static class WireExtensions
{
    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static JsonElement? Member(this JsonElement element, params string[] path)
    {
        foreach (var name in path)
            if (
                element.ValueKind != JsonValueKind.Object
                || !element.TryGetProperty(name, out element)
            )
                return null;
        return element;
    }

    /// <summary>The code of a record in a system, or null when it has none there.</summary>
    public static string? Code(this JsonElement record, string system, string member = "code")
    {
        if (record.Member(member, "codings") is not { ValueKind: JsonValueKind.Array } codings)
            return null;
        foreach (var coding in codings.EnumerateArray())
            if (coding.Text("system") == system)
                return coding.Text("code");
        return null;
    }

    public static string? StatusCode(this JsonElement record) =>
        record.Member("status", "codings") is { } codings
            ? codings[0].Text("code")
            : record.Member("status")?.Text("text");

    public static string? QuantityText(this JsonElement observation) =>
        observation.Member("value", "quantity")?.Text("value");
}
