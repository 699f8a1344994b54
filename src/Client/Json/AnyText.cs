using System.Text.Json;

namespace HealtheIntent.Client.Json;

/// <summary>The text of whatever stands in the place of a text: unexpected is better shown than lost.</summary>
internal static class AnyText
{
    public static string Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.String)
            return reader.GetString()!;
        return JsonElement.ParseValue(ref reader).GetRawText();
    }

    public static string Of(JsonElement element) =>
        element.ValueKind is JsonValueKind.String ? element.GetString()! : element.GetRawText();

    public static string? Of(JsonElement parent, string member) =>
        parent.TryGetProperty(member, out var found) && found.ValueKind is not JsonValueKind.Null
            ? Of(found)
            : null;
}
