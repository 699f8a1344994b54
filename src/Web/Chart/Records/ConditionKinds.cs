using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>
/// The problem list apart from the diagnoses of visits and claims. Sources word the kind as they like, so it is read from
/// the words; where they say neither, the condition stands under neither.
/// </summary>
public static class ConditionKinds
{
    private static readonly Phrase[] Names =
    [
        Phrase.Of("Problem list"),
        Phrase.Of("Diagnoses of visits and claims"),
        Phrase.Of("Kind not stated by the source"),
    ];

    /// <summary>What a condition of this kind stands under.</summary>
    public static Phrase Of(CodeableConcept? kind) => Names[PlaceOf(kind)];

    /// <summary>Its place: the problem list first.</summary>
    public static int PlaceOf(CodeableConcept? kind) =>
        kind?.Display switch
        {
            { } words when words.Contains("problem", StringComparison.OrdinalIgnoreCase) => 0,
            { } words when words.Contains("diagnos", StringComparison.OrdinalIgnoreCase) => 1,
            _ => 2,
        };
}
