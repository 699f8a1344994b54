using System.Globalization;
using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client;

/// <summary>A measured amount. The value stays the text that was received, so that <c>5.0</c> is not shown as <c>5</c>.</summary>
public sealed record Quantity : OpenObject
{
    /// <summary>The value as received, without its comparator.</summary>
    public string? Value { get; init; }

    /// <summary>A mark such as <c>&lt;</c> or <c>&gt;=</c> before the value; null when the value stands for itself.</summary>
    public string? Comparator { get; init; }

    /// <summary>The unit of measure.</summary>
    [JsonConverter(typeof(CodeableConceptConverter))]
    public CodeableConcept? Unit { get; init; }

    /// <summary>The value as a number, for a graph; null when the text is no number.</summary>
    [JsonIgnore]
    public decimal? Number =>
        decimal.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
