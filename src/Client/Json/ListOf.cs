using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealtheIntent.Client.Json;

/// <summary>Reads a list, and a single item that stands in its place. Nulls in a list say nothing and are left out.</summary>
internal class ListOf<T> : JsonConverter<IReadOnlyList<T>>
{
    public override IReadOnlyList<T> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        var items = new List<T>();
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            Add(items, ref reader, options);
            return items;
        }
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            Add(items, ref reader, options);
        return items;
    }

    public override void Write(
        Utf8JsonWriter writer,
        IReadOnlyList<T> value,
        JsonSerializerOptions options
    )
    {
        writer.WriteStartArray();
        foreach (var item in value)
            Nested.Write(writer, item, options);
        writer.WriteEndArray();
    }

    protected virtual T? ReadItem(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        Nested.Read<T>(ref reader, options);

    private void Add(List<T> items, ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.Null && ReadItem(ref reader, options) is { } item)
            items.Add(item);
    }
}
