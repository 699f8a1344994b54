using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealtheIntent.Client.Json;

/// <summary>Reads an object, and a plain text that stands in its place.</summary>
internal sealed class OrText<T> : JsonConverter<T>
    where T : class, IReadFromText<T>
{
    public override T Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        reader.TokenType is JsonTokenType.StartObject
            ? Nested.Read<T>(ref reader, options)!
            : T.FromText(AnyText.Read(ref reader));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        Nested.Write(writer, value, options);
}
