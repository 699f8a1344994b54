using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealtheIntent.Client.Json;

/// <summary>
/// Reads <c>{"id": "…"}</c>, the plain ID, and the <c>{"id": {"id": "…"}}</c> that the patient search is documented with
/// (contract 3.2). A reference without an ID points nowhere and is null.
/// </summary>
internal sealed class ReferenceConverter : JsonConverter<Reference>
{
    public override Reference? Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        var element = JsonElement.ParseValue(ref reader);
        while (element.ValueKind is JsonValueKind.Object)
            if (!element.TryGetProperty("id", out element))
                return null;
        return
            element.ValueKind is JsonValueKind.String or JsonValueKind.Number
            && AnyText.Of(element) is { Length: > 0 } id
            ? new Reference(id)
            : null;
    }

    public override void Write(
        Utf8JsonWriter writer,
        Reference value,
        JsonSerializerOptions options
    )
    {
        writer.WriteStartObject();
        writer.WriteString("id", value.Id);
        writer.WriteEndObject();
    }
}
