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
        switch (reader.TokenType)
        {
            case JsonTokenType.String or JsonTokenType.Number:
                return AnyText.Read(ref reader) is { Length: > 0 } text
                    ? new Reference(text)
                    : null;
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, typeToConvert, options);
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(
        Utf8JsonWriter writer,
        Reference value,
        JsonSerializerOptions options
    )
    {
        writer.WriteStartObject();
        writer.WriteString("id", value.Id);
        UnknownMembers.Write(writer, value);
        writer.WriteEndObject();
    }

    private Reference? ReadObject(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        Reference? inner = null;
        Dictionary<string, JsonElement>? unknown = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                inner = Read(ref reader, typeToConvert, options);
            }
            else
                UnknownMembers.Add(ref unknown, ref reader);
        if (inner is not null && unknown is not null)
            foreach (var (name, element) in inner.Additional)
                unknown.TryAdd(name, element);
        return inner is null || unknown is null
            ? inner
            : new Reference(inner.Id) { Unknown = unknown };
    }
}
