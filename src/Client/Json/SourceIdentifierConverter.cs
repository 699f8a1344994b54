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
        if (reader.TokenType is not JsonTokenType.StartObject)
            return new SourceIdentifier("", AnyText.Read(ref reader));
        string? partition = null,
            id = null;
        Dictionary<string, JsonElement>? unknown = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            if (reader.ValueTextEquals("dataPartitionId"u8))
                partition = ReadText(ref reader);
            else if (reader.ValueTextEquals("id"u8))
                id = ReadText(ref reader);
            else
                UnknownMembers.Add(ref unknown, ref reader);
        return new SourceIdentifier(partition ?? "", id ?? "") { Unknown = unknown };
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
        UnknownMembers.Write(writer, value);
        writer.WriteEndObject();
    }

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType is JsonTokenType.Null ? null : AnyText.Read(ref reader);
    }
}
