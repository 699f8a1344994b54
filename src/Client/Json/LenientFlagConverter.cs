using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealtheIntent.Client.Json;

/// <summary>Reads true and false, and the words for them. Anything else is no answer to a yes-or-no question.</summary>
internal sealed class LenientFlagConverter : JsonConverter<bool>
{
    public override bool Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String => reader.GetString()!.Trim().ToUpperInvariant() switch
            {
                "TRUE" or "YES" or "Y" => true,
                "FALSE" or "NO" or "N" => false,
                _ => throw new JsonException(),
            },
            _ => throw new JsonException(),
        };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) =>
        writer.WriteBooleanValue(value);
}
