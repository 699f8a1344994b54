using System.Text.Json.Serialization;

namespace HeiChartViewer.Sandbox.Records;

/// <summary>How records are written: camelCase, and what is not there is left out (contract 6.2).</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Serialization
)]
[JsonSerializable(typeof(Demographic))]
[JsonSerializable(typeof(Allergy))]
[JsonSerializable(typeof(Condition))]
[JsonSerializable(typeof(Medication))]
[JsonSerializable(typeof(MedicationDispense))]
[JsonSerializable(typeof(Immunization))]
[JsonSerializable(typeof(Procedure))]
[JsonSerializable(typeof(Observation))]
[JsonSerializable(typeof(Encounter))]
[JsonSerializable(typeof(DocumentReference))]
internal sealed partial class RecordJson : JsonSerializerContext;
