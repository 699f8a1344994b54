using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealtheIntent.Client.Json;

/// <summary>Reads a text, and the text of anything that stands in its place.</summary>
internal sealed class LenientTextConverter : JsonConverter<string>
{
    public override string Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => AnyText.Read(ref reader);

    public override void Write(
        Utf8JsonWriter writer,
        string value,
        JsonSerializerOptions options
    ) => writer.WriteStringValue(value);
}
