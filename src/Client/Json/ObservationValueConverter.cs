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
        var element = JsonElement.ParseValue(ref reader);
        return element.ValueKind switch
        {
            JsonValueKind.Object => FromObject(element, options),
            JsonValueKind.Number => new ObservationValue.Measured(
                new Quantity { Value = element.GetRawText() }
            ),
            _ => new ObservationValue.Worded(AnyText.Of(element)),
        };
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
        writer.WriteEndObject();
    }

    private static ObservationValue FromObject(JsonElement element, JsonSerializerOptions options)
    {
        if (Member(element, "quantity") is { } quantity)
            return new ObservationValue.Measured(Read<Quantity>(quantity, options));
        if (
            (
                Member(element, "codeableConcept")
                ?? Member(element, "codeable")
                ?? Member(element, "concept")
            ) is
            { } concept
        )
            return new ObservationValue.Coded(Read<CodeableConcept>(concept, options));
        if (Member(element, "value") is not null)
            return new ObservationValue.Measured(Read<Quantity>(element, options));
        if (Has(element, "codings") || Has(element, "sourceCodings") || Has(element, "concepts"))
            return new ObservationValue.Coded(Read<CodeableConcept>(element, options));
        return new ObservationValue.Worded(
            AnyText.Of(element, "text") ?? AnyText.Of(element, "string") ?? element.GetRawText()
        );
    }

    private static T Read<T>(JsonElement element, JsonSerializerOptions options)
        where T : class =>
        element.Deserialize((JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)))
        ?? throw new JsonException();

    private static bool Has(JsonElement element, string name) => Member(element, name) is not null;

    private static JsonElement? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var found) && found.ValueKind is not JsonValueKind.Null
            ? found
            : null;
}
