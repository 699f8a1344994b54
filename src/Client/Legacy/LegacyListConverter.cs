using System.Text.Json;
using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client.Legacy;

/// <summary>Reads a list, in its envelope or bare: the legacy APIs have both (contract 4.3, 7).</summary>
internal sealed class LegacyListConverter<T> : JsonConverter<LegacyList<T>>
    where T : class, ILegacyItem
{
    public override LegacyList<T> Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType is JsonTokenType.StartArray)
            return new(ReadItems(ref reader, options), null, null, null);
        if (reader.TokenType is not JsonTokenType.StartObject)
            throw new JsonException();

        List<T?>? items = null;
        bool? moreResults = null;
        int? totalResults = null;
        Dictionary<string, JsonElement>? unknown = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            if (name != T.ListName && name is not ("more_results" or "total_results"))
            {
                UnknownMembers.Add(ref unknown, ref reader);
                continue;
            }
            reader.Read();
            if (reader.TokenType is JsonTokenType.Null)
                continue;
            if (name == "more_results")
                moreResults = Nested.Read<bool>(ref reader, options);
            else if (name == "total_results")
                totalResults = int.TryParse(AnyText.Read(ref reader), out var total) ? total : null;
            else
                items = ReadItems(ref reader, options);
        }
        return new(items, moreResults, totalResults, unknown);
    }

    public override void Write(
        Utf8JsonWriter writer,
        LegacyList<T> value,
        JsonSerializerOptions options
    ) => throw new NotSupportedException("Lists are read only.");

    private static List<T?> ReadItems(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
            throw new JsonException();
        var items = new List<T?>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            items.Add(
                reader.TokenType is JsonTokenType.Null ? null : Nested.Read<T>(ref reader, options)
            );
        return items;
    }
}
