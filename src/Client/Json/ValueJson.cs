using System.Text.Json.Serialization;

namespace HealtheIntent.Client.Json;

/// <summary>The plain object shapes of the values that <see cref="HealtheIntentJson"/> reads through a converter.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LenientTextConverter), typeof(ListOf<Coding>), typeof(ListOf<Concept>)]
)]
[JsonSerializable(typeof(CodeableConcept))]
[JsonSerializable(typeof(Quantity))]
internal sealed partial class ValueJson : JsonSerializerContext;
