using System.Text.Json;
using System.Text.Json.Serialization;

namespace HealtheIntent.Client.Json;

/// <summary>Reads an amount; a bare number or text in its place becomes its value. A comparator is taken off the value.</summary>
internal sealed class QuantityConverter : JsonConverter<Quantity>
{
    private static readonly string[] Comparators = ["<=", ">=", "<", ">", "≤", "≥", "~"];

    public override Quantity? Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        reader.TokenType is JsonTokenType.StartObject
            ? TakeComparator(Nested.Read(ref reader, ValueJson.Default.Quantity)!)
            : TakeComparator(new Quantity { Value = AnyText.Read(ref reader) });

    public override void Write(
        Utf8JsonWriter writer,
        Quantity value,
        JsonSerializerOptions options
    ) => JsonSerializer.Serialize(writer, value, ValueJson.Default.Quantity);

    private static Quantity TakeComparator(Quantity quantity)
    {
        var text = quantity.Value?.TrimStart();
        var comparator = Comparators.FirstOrDefault(mark =>
            text?.StartsWith(mark, StringComparison.Ordinal) == true
        );
        return comparator is null || !string.IsNullOrEmpty(quantity.Comparator)
            ? quantity
            : quantity with
            {
                Comparator = comparator,
                Value = text![comparator.Length..].TrimStart(),
            };
    }
}
