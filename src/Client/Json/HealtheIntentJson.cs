using System.Text.Json;
using System.Text.Json.Serialization;
using HealtheIntent.Client.Paging;

namespace HealtheIntent.Client.Json;

/// <summary>Everything the client reads from the wire and writes to it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [
        typeof(LenientTextConverter),
        typeof(LenientFlagConverter),
        typeof(CodeableConceptConverter),
        typeof(QuantityConverter),
        typeof(ListOf<string>),
        typeof(ListOf<JsonElement>),
        typeof(ListOf<CodeableConcept>),
        typeof(ListOf<Alias>),
        typeof(ListOf<Concept>),
        typeof(ListOf<ConsumerPatient>),
        typeof(ListOf<DataSourceTag>),
        typeof(ListOf<DocumentContent>),
        typeof(ListOf<HccFact>),
        typeof(ListOf<ObservationComponent>),
        typeof(ListOf<SourceIdentifier>),
        typeof(ListOfOrText<Asserter>),
        typeof(ListOfOrText<ChartSnippet>),
        typeof(ListOfOrText<ContactPoint>),
        typeof(ListOfOrText<Note>),
        typeof(ListOfOrText<PersonAddress>),
        typeof(ListOfOrText<PersonName>),
        typeof(ListOfOrText<Reaction>),
        typeof(ListOfOrText<ReferenceRange>),
        typeof(ListOfOrText<Telecom>),
    ]
)]
[JsonSerializable(typeof(ListReply<Allergy>))]
[JsonSerializable(typeof(ListReply<Condition>))]
[JsonSerializable(typeof(ListReply<Medication>))]
[JsonSerializable(typeof(ListReply<Immunization>))]
[JsonSerializable(typeof(ListReply<Procedure>))]
[JsonSerializable(typeof(ListReply<Observation>))]
[JsonSerializable(typeof(ListReply<Encounter>))]
[JsonSerializable(typeof(ListReply<DocumentReference>))]
[JsonSerializable(typeof(ListReply<MedicationDispense>))]
[JsonSerializable(typeof(ListReply<ChartSearchHit>))]
[JsonSerializable(typeof(ListReply<PersistentHcc>))]
[JsonSerializable(typeof(ListReply<MeasurementPeriod>))]
[JsonSerializable(typeof(ListReply<RecommendationField>))]
[JsonSerializable(typeof(ListReply<MeasureParameter>))]
[JsonSerializable(typeof(ListReply<CohortAlgorithm>))]
[JsonSerializable(typeof(ListReply<Cohort>))]
[JsonSerializable(typeof(ListReply<Consumer>))]
[JsonSerializable(typeof(ListReply<Personnel>))]
[JsonSerializable(typeof(ListReply<PersonnelGroup>))]
[JsonSerializable(typeof(ListReply<Organization>))]
[JsonSerializable(typeof(ListReply<OrganizationLocation>))]
[JsonSerializable(typeof(ListReply<DataSource>))]
[JsonSerializable(typeof(ListReply<DataPartitionDetails>))]
[JsonSerializable(typeof(Tenant))]
[JsonSerializable(typeof(ListReply<DemographicRecord>))]
[JsonSerializable(typeof(ListReply<LookupItem>))]
[JsonSerializable(typeof(ListReply<Reference>))]
[JsonSerializable(typeof(PatientSearch))]
[JsonSerializable(typeof(ErrorReply))]
[JsonSerializable(typeof(JsonDocument))]
internal sealed partial class HealtheIntentJson : JsonSerializerContext;
