using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealtheIntent.Client.Json;

/// <summary>Reads where a record comes from; a member that is missing is empty, never null.</summary>
internal sealed class SourceIdentifierConverter : JsonConverter<SourceIdentifier>
{
    public override SourceIdentifier Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        var element = JsonElement.ParseValue(ref reader);
        return element.ValueKind is JsonValueKind.Object
            ? new SourceIdentifier(
                AnyText.Of(element, "dataPartitionId") ?? "",
                AnyText.Of(element, "id") ?? ""
            )
            : new SourceIdentifier("", AnyText.Of(element));
    }

    public override void Write(
        Utf8JsonWriter writer,
        SourceIdentifier value,
        JsonSerializerOptions options
    )
    {
        writer.WriteStartObject();
        writer.WriteString("dataPartitionId", value.DataPartitionId);
        writer.WriteString("id", value.Id);
        writer.WriteEndObject();
    }
}
