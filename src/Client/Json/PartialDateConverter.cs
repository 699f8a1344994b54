using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealtheIntent.Client.Json;

/// <summary>A date is text; a bare number is a year somebody left unquoted.</summary>
internal sealed class PartialDateConverter : JsonConverter<PartialDate>
{
    public override PartialDate Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => PartialDate.Parse(AnyText.Read(ref reader));

    public override void Write(
        Utf8JsonWriter writer,
        PartialDate value,
        JsonSerializerOptions options
    ) => writer.WriteStringValue(value.Text);
}
