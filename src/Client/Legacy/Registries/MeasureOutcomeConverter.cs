using System.Text.Json;
using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client.Legacy;

/// <summary>Reads an outcome, in whatever case it is written.</summary>
internal sealed class MeasureOutcomeConverter : JsonConverter<MeasureOutcome>
{
    public override MeasureOutcome Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        var text = AnyText.Read(ref reader);
        return MeasureOutcome.Known.FirstOrDefault(known =>
                string.Equals(known.Value, text.Trim(), StringComparison.OrdinalIgnoreCase)
            ) ?? new MeasureOutcome(text);
    }

    public override void Write(
        Utf8JsonWriter writer,
        MeasureOutcome value,
        JsonSerializerOptions options
    ) => writer.WriteStringValue(value.Value);
}
