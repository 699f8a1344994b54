using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Records;

/// <summary>How an allergy record is read. Negations exist for everything, for a category and for one substance (contract 6.3).</summary>
public static class AllergyRules
{
    /// <summary>SNOMED CT: no known allergy, of any kind.</summary>
    private const string NoKnownAllergy = "716186003";

    /// <summary>SNOMED CT: nothing known of one category: drug, food, environment, animal, latex.</summary>
    private static readonly HashSet<string> NoneOfACategory =
    [
        "409137002",
        "429625007",
        "428607008",
        "428197003",
        "716184000",
        "716220001",
        "1003774007",
    ];

    /// <summary>Whether the record says that the patient has no allergy at all.</summary>
    public static bool SaysNone(Allergy allergy) =>
        IsCurrent(allergy) && HasSnomedCode(allergy, NoKnownAllergy.Equals);

    /// <summary>Whether the record says that a whole category, or everything, is free of allergies.</summary>
    public static bool IsNegation(Allergy allergy) =>
        HasSnomedCode(allergy, code => code == NoKnownAllergy || NoneOfACategory.Contains(code));

    /// <summary>Whether the record says that the patient has an allergy, now.</summary>
    public static bool IsPresent(Allergy allergy) => !IsNegation(allergy) && IsCurrent(allergy);

    /// <summary>Whether a reaction could be severe.</summary>
    public static bool IsHighCriticality(Allergy allergy) =>
        Statuses
            .Words(allergy.Criticality)
            .Any(word => word.StartsWith("high", StringComparison.OrdinalIgnoreCase));

    /// <summary>The allergies in the order they matter: those that could be severe, then the newest.</summary>
    public static IReadOnlyList<Allergy> GravestFirst(IEnumerable<Allergy> allergies) =>
        [
            .. allergies
                .OrderByDescending(IsHighCriticality)
                .ThenByDescending(allergy => allergy.AssertedOn ?? allergy.Onset)
                .ThenBy(allergy => allergy.Id, StringComparer.Ordinal),
        ];

    /// <summary>The reactions with their severities.</summary>
    public static string? Reactions(Allergy allergy) =>
        RecordWords.Joined(
            allergy.Reactions.Select(reaction =>
                reaction.Severity?.Display is { } severity
                    ? $"{reaction.Manifestation?.Display ?? Say("reaction not named")} ({severity})"
                    : reaction.Manifestation?.Display
            )
        );

    private static bool IsCurrent(Allergy allergy) =>
        allergy.ResolvedOn is null
        && !Statuses.IsEnteredInError(allergy.Status)
        && !Statuses.IsPast(allergy.Status);

    private static bool HasSnomedCode(Allergy allergy, Predicate<string> matches) =>
        allergy.Code is { } code
        && code.Codings.Concat(code.SourceCodings)
            .Any(c => c.System == CodeSystems.Snomed && c.Code is not null && matches(c.Code));
}
