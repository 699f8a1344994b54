using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealtheIntent.Client.Json;

/// <summary>
/// Reads a coded value; a plain text in its place becomes its text, and a list in its place becomes one value with all
/// the codings, so that nothing is lost.
/// </summary>
internal sealed class CodeableConceptConverter : JsonConverter<CodeableConcept>
{
    public override CodeableConcept? Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Nested.Read(ref reader, ValueJson.Default.CodeableConcept);
            case JsonTokenType.StartArray:
                var items = new List<CodeableConcept>();
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
                    if (
                        reader.TokenType is not JsonTokenType.Null
                        && Read(ref reader, typeToConvert, options) is { } item
                    )
                        items.Add(item);
                return Join(items);
            default:
                return new CodeableConcept { Text = AnyText.Read(ref reader) };
        }
    }

    public override void Write(
        Utf8JsonWriter writer,
        CodeableConcept value,
        JsonSerializerOptions options
    ) => JsonSerializer.Serialize(writer, value, ValueJson.Default.CodeableConcept);

    private static CodeableConcept? Join(List<CodeableConcept> items) =>
        items switch
        {
            [] => null,
            [var only] => only,
            _ => new CodeableConcept
            {
                Codings = [.. items.SelectMany(item => item.Codings)],
                SourceCodings = [.. items.SelectMany(item => item.SourceCodings)],
                Concepts = [.. items.SelectMany(item => item.Concepts)],
                Text = string.Join(
                    ", ",
                    items.Select(item => item.Display).Where(text => text is not null)
                ),
                Unknown = UnknownMembers.Of(items),
            },
        };
}
