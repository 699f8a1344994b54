using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealtheIntent.Client.Json;

/// <summary>Reads a number of bytes. A size is an aid to the reader: one that cannot be read is left out.</summary>
internal sealed class LenientSizeConverter : JsonConverter<long?>
{
    public override long? Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        long.TryParse(
            AnyText.Read(ref reader),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var size
        )
            ? size
            : null;

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
    {
        if (value is { } size)
            writer.WriteNumberValue(size);
        else
            writer.WriteNullValue();
    }
}
