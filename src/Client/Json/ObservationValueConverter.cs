using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace HealtheIntent.Client.Json;

/// <summary>
/// Reads what an observation found. The shape is not published (contract 6.8): the assumed one is a discriminated object
/// (contract 12); a bare amount, coded value, number or text is read too, and any other shape is kept as its text.
/// </summary>
internal sealed class ObservationValueConverter : JsonConverter<ObservationValue>
{
    public override ObservationValue Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return FromObject(ref reader, options);
            case JsonTokenType.Number:
                return new ObservationValue.Measured(
                    new Quantity { Value = AnyText.Read(ref reader) }
                );
            default:
                return new ObservationValue.Worded(AnyText.Read(ref reader));
        }
    }

    public override void Write(
        Utf8JsonWriter writer,
        ObservationValue value,
        JsonSerializerOptions options
    )
    {
        writer.WriteStartObject();
        switch (value)
        {
            case ObservationValue.Measured measured:
                writer.WriteString("type", "QUANTITY");
                writer.WritePropertyName("quantity");
                Nested.Write(writer, measured.Quantity, options);
                break;
            case ObservationValue.Coded coded:
                writer.WriteString("type", "CODEABLE_CONCEPT");
                writer.WritePropertyName("codeableConcept");
                Nested.Write(writer, coded.Concept, options);
                break;
            case ObservationValue.Worded worded:
                writer.WriteString("type", "TEXT");
                writer.WriteString("text", worded.Text);
                break;
        }
        UnknownMembers.Write(writer, value);
        writer.WriteEndObject();
    }

    /// <summary>Goes over the members once, and reads only the one that holds the value.</summary>
    private static ObservationValue FromObject(
        ref Utf8JsonReader reader,
        JsonSerializerOptions options
    )
    {
        var whole = reader;
        Utf8JsonReader quantity = default,
            concept = default,
            text = default;
        int conceptRank = 0,
            textRank = 0;
        bool isAmount = false,
            isConcept = false;
        var members = 0;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader;
            members += name.ValueTextEquals("type"u8) ? 0 : 1;
            reader.Read();
            if (reader.TokenType is JsonTokenType.Null)
                continue;
            if (name.ValueTextEquals("quantity"u8))
                quantity = reader;
            else if (ConceptRank(name) is var rank and > 0 && rank >= conceptRank)
            {
                concept = reader;
                conceptRank = rank;
            }
            else if (name.ValueTextEquals("text"u8))
            {
                text = reader;
                textRank = 2;
            }
            else if (name.ValueTextEquals("string"u8) && textRank < 2)
            {
                text = reader;
                textRank = 1;
            }
            isAmount |= name.ValueTextEquals("value"u8);
            isConcept |=
                name.ValueTextEquals("codings"u8)
                || name.ValueTextEquals("sourceCodings"u8)
                || name.ValueTextEquals("concepts"u8);
            reader.Skip();
        }

        // Of an object that is itself the amount or the coded value, those keep the unknown members.
        if (quantity.TokenType is JsonTokenType.None && conceptRank == 0)
        {
            if (isAmount)
                return new ObservationValue.Measured(Nested.Read<Quantity>(ref whole, options)!);
            if (isConcept)
                return new ObservationValue.Coded(Read(ref whole, options));
            if (textRank == 0)
                return new ObservationValue.Worded(JsonElement.ParseValue(ref whole).GetRawText());
        }
        var taken =
            quantity.TokenType is not JsonTokenType.None ? quantity
            : conceptRank > 0 ? concept
            : text;
        var unknown = members > 1 ? MembersBut(taken.TokenStartIndex, whole) : null;
        if (quantity.TokenType is not JsonTokenType.None)
            return new ObservationValue.Measured(Nested.Read<Quantity>(ref quantity, options)!)
            {
                Unknown = unknown,
            };
        if (conceptRank > 0)
            return new ObservationValue.Coded(Read(ref concept, options)) { Unknown = unknown };
        return new ObservationValue.Worded(AnyText.Read(ref text)) { Unknown = unknown };
    }

    /// <summary>The members beside the type and the value that was taken, which starts at a place in the answer.</summary>
    private static Dictionary<string, JsonElement>? MembersBut(long taken, Utf8JsonReader whole)
    {
        Dictionary<string, JsonElement>? unknown = null;
        while (whole.Read() && whole.TokenType is JsonTokenType.PropertyName)
        {
            var value = whole;
            value.Read();
            if (value.TokenStartIndex != taken && !whole.ValueTextEquals("type"u8))
                UnknownMembers.Add(ref unknown, ref whole);
            else
            {
                whole.Read();
                whole.Skip();
            }
        }
        return unknown;
    }

    /// <summary>Of the names a coded value may stand under, the assumed one is taken before the others.</summary>
    private static int ConceptRank(Utf8JsonReader name) =>
        name.ValueTextEquals("codeableConcept"u8) ? 3
        : name.ValueTextEquals("codeable"u8) ? 2
        : name.ValueTextEquals("concept"u8) ? 1
        : 0;

    /// <exception cref="JsonException">A list without any coded value.</exception>
    private static CodeableConcept Read(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        Nested.Read<CodeableConcept>(ref reader, options) ?? throw new JsonException();
}
