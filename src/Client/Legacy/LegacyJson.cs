using System.Text.Json;
using System.Text.Json.Serialization;
using HealtheIntent.Client.Json;

namespace HealtheIntent.Client.Legacy;

/// <summary>Everything the client reads from the legacy APIs and writes to them, which name their members in snake case.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [
        typeof(LenientTextConverter),
        typeof(LenientFlagConverter),
        typeof(ListOf<string>),
        typeof(ListOf<LegacyRecordId>),
        typeof(ListOf<BenefitCoverage>),
        typeof(ListOf<BenefitPlanId>),
        typeof(ListOf<RegistryProgram>),
        typeof(ListOf<RegistryMeasure>),
        typeof(ListOf<RegistryEvent>),
        typeof(ListOf<ProviderAlias>),
        typeof(ListOfOrText<LegacyTelecom>),
        typeof(ListOfOrText<LegacyEmail>),
        typeof(ListOfOrText<SupportingFact>),
        typeof(ListOfOrText<ResponsibleProvider>),
        typeof(LegacyListConverter<LegacyPerson>),
        typeof(LegacyListConverter<RegistryProgram>),
        typeof(LegacyListConverter<ProviderRelationship>),
    ]
)]
[JsonSerializable(typeof(LegacyLookupReply))]
[JsonSerializable(typeof(LegacyLookupRequest))]
[JsonSerializable(typeof(LegacyList<LegacyPerson>))]
[JsonSerializable(typeof(LegacyList<RegistryProgram>))]
[JsonSerializable(typeof(LegacyList<ProviderRelationship>))]
[JsonSerializable(typeof(LegacyPerson))]
[JsonSerializable(typeof(PersonRegistries))]
[JsonSerializable(typeof(ProviderRelationship))]
internal sealed partial class LegacyJson : JsonSerializerContext;
