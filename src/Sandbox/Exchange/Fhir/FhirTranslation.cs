using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HeiChartViewer.Sandbox.Population;
using HeiChartViewer.Sandbox.Records;

namespace HeiChartViewer.Sandbox.Exchange.Fhir;

/// <summary>What a type of resource becomes.</summary>
/// <param name="Kind">The list its records stand in, by its <see cref="ChartList.Member"/>.</param>
/// <param name="Needed">What a resource has to have to become a record.</param>
/// <param name="Translate">The records of a resource; none when it lacks what is needed.</param>
internal sealed record FhirTranslation(
    string Kind,
    string Needed,
    Func<FhirResource, FhirChart, IEnumerable<JsonElement>> Translate
)
{
    /// <summary>The types that become records.</summary>
    public static readonly IReadOnlyDictionary<string, FhirTranslation> ByType = new Dictionary<
        string,
        FhirTranslation
    >
    {
        ["Encounter"] = One("encounters", FhirHistory.Encounter, Json.Encounter),
        ["Condition"] = One("conditions", FhirHistory.Condition, Json.Condition),
        ["AllergyIntolerance"] = One("allergies", FhirHistory.Allergy, Json.Allergy),
        ["Procedure"] = One("procedures", FhirHistory.Procedure, Json.Procedure),
        ["Immunization"] = One(
            "immunizations",
            FhirHistory.Immunization,
            Json.Immunization,
            needed: "vaccineCode"
        ),
        ["MedicationRequest"] = One(
            "medications",
            FhirMedication.Translate,
            Json.Medication,
            needed: "medication"
        ),
        ["Observation"] = Several("observations", FhirObservations.Translate, Json.Observation),
        ["DocumentReference"] = One(
            "documentReferences",
            FhirDocuments.Document,
            Json.DocumentReference,
            needed: "content"
        ),
        ["DiagnosticReport"] = One(
            "documentReferences",
            FhirDocuments.Report,
            Json.DocumentReference,
            needed: "text; its results are observations"
        ),
    };

    private static RecordJson Json => RecordJson.Default;

    private static FhirTranslation One<T>(
        string kind,
        Func<FhirResource, FhirChart, T?> translate,
        JsonTypeInfo<T> json,
        string needed = "code"
    )
        where T : class =>
        Several(
            kind,
            (resource, chart) => translate(resource, chart) is { } record ? [record] : [],
            json,
            needed
        );

    private static FhirTranslation Several<T>(
        string kind,
        Func<FhirResource, FhirChart, IEnumerable<T>> translate,
        JsonTypeInfo<T> json,
        string needed = "code"
    )
        where T : class =>
        new(
            kind,
            needed,
            (resource, chart) =>
                translate(resource, chart)
                    .Select(record => JsonSerializer.SerializeToElement(record, json))
        );
}
